import { createElement, type ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { type PdfOptions } from '../../../../src/export/pdf/pdfFigure'
import { wholePdf } from './wholePdf'
import { xmlNodes, type XmlNode } from '../../../../src/export/xml/xmlNodes'
import { pdfEmbeddedFile } from '../../../../src/codec/pdf/pdfEmbeddedFile'
import { textWidth } from '../../../../src/layout/TextStyle'
import { figureOfCase } from '../../figure/drawCase'
import { goldenCases } from '../../figure/goldenCases'
import { listOf, readPdf, type ReadPage } from './readPdf'

const options: PdfOptions = { title: 'A — title', description: 'In words', software: 'SimLens 1' }

function caseNamed(name: string): (typeof goldenCases)[number] {
  const found = goldenCases.find((golden) => golden.name === name)
  if (found === undefined) throw new Error(`no case ${name}`)
  return found
}

async function pageOfCase(name: string, more: Partial<PdfOptions> = {}): Promise<ReadPage> {
  return readPdf(wholePdf(await figureOfCase(caseNamed(name)), { ...options, ...more }).bytes)
}

/** The texts of a figure, those of its parts in their order; what is not drawn is left out. */
function textsOf(nodes: readonly XmlNode[], isText = false): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return isText ? [node] : []
    if (node.tag === 'title' || node.tag === 'desc') return []
    return textsOf(node.children, isText || node.tag === 'text')
  })
}

function svgOf(...children: readonly ReactElement[]): ReactElement {
  return createElement('svg', { viewBox: '0 0 100 50' }, ...children)
}

function anchored(textAnchor: string): ReactElement {
  return createElement('text', { key: textAnchor, x: 50, y: 20, fontSize: 10, textAnchor }, ' 000 ')
}

function cell(x: number, y: number): ReactElement {
  return createElement('rect', { key: `${x} ${y}`, x, y, width: 10, height: 4, fill: '#ff0000' })
}

function path(...points: readonly (readonly number[])[]): (string | number)[][] {
  return [...points.map(([x = 0, y = 0], k) => [k === 0 ? 'm' : 'l', x, y]), ['f']]
}

function veil(x: number, fill: string): ReactElement {
  return createElement('rect', { key: x, x, y: 0, width: 10, height: 9, fill, fillOpacity: 0.5 })
}

describe('pdfFigure', () => {
  it.each(goldenCases.map((golden) => [golden.name, golden] as const))(
    'draws the figure %s with every text in its order',
    async (_name, golden) => {
      const figure = await figureOfCase(golden)
      const { bytes, lacking } = wholePdf(figure, options)
      const { texts } = readPdf(bytes)
      const shown = textsOf(xmlNodes(figure)).map((text) => text.trim())
      // Digits in boxes are drawn too.
      const drawn = texts.map(({ text }) => text).join('')
      let at = 0
      const lost = shown.filter((text) => {
        const found = lacking.includes(text) ? at : drawn.indexOf(text, at)
        at = found < 0 ? at : found
        return found < 0
      })
      expect(lost).toEqual([])
    },
  )

  it('is the same for the same figure', async () => {
    const figure = await figureOfCase(caseNamed('profiles-lines'))
    const { bytes } = wholePdf(figure, options)
    expect(wholePdf(await figureOfCase(caseNamed('profiles-lines')), options).bytes).toEqual(bytes)
  })

  it('has a page of exactly the size of the figure, in points', async () => {
    expect((await pageOfCase('published')).box).toEqual([0, 0, 720, 450])
    const physicalWidth = 82.55
    const onPaper = await pageOfCase('published', { physicalWidth })
    expect(onPaper.box).toEqual([0, 0, 234, 146.25])
    expect(onPaper.operators[0]).toEqual(['cm', 0.24375, 0, 0, -0.24375, 0, 146.25])
  })

  it('embeds each font with its characters, as TrueType', async () => {
    const { fonts, dictionaryOf, bytesOf } = await pageOfCase('published')
    expect(Array.from(fonts.keys())).toEqual(['/sansBold', '/sans', '/mono', '/monoBold'])
    for (const font of fonts.values()) {
      const [descendant] = listOf(font.get('/DescendantFonts'))
      const face = dictionaryOf(descendant)
      const descriptor = dictionaryOf(face.get('/FontDescriptor'))
      expect([font.get('/Subtype'), font.get('/Encoding')]).toEqual(['/Type0', '/Identity-H'])
      expect(face.get('/Subtype')).toBe('/CIDFontType2')
      expect(descriptor.get('/FontName')).toMatch(/^\/[A-Z]{6}\+DejaVuSans(?:Mono)?(?:-Bold)?$/)
      const embedded = bytesOf(descriptor.get('/FontFile2'))
      expect(Array.from(embedded.subarray(0, 4))).toEqual([0, 1, 0, 0])
      expect(embedded.length).toBeLessThan(20_000)
    }
  })

  it('names the figure in its title and description, and no date', async () => {
    const { information } = await pageOfCase('published')
    const entries = Array.from(information, ([name, value]) => {
      const bytes = value instanceof Uint8Array ? value : new Uint8Array()
      return [name, new TextDecoder('utf-16be').decode(bytes).replace('\ufeff', '')]
    })
    expect(entries).toEqual([
      ['/Title', 'A — title'],
      ['/Subject', 'In words'],
      ['/Producer', 'SimLens 1'],
    ])
  })

  it('carries the packed tensor as an embedded file that belongs to the figure', async () => {
    const packed = Uint8Array.of(0x78, 0x9c, 13, 10, 0, 255)
    const { bytes } = wholePdf(await figureOfCase(caseNamed('one-cell')), { ...options, packed })
    expect(pdfEmbeddedFile(bytes, 'simlens.json.zz')).toEqual({ kind: 'found', bytes: packed })
    const { catalog, dictionaryOf } = readPdf(bytes)
    const [file] = listOf(catalog.get('/AF'))
    expect(dictionaryOf(file).get('/AFRelationship')).toBe('/Data')
    const without = wholePdf(await figureOfCase(caseNamed('one-cell')), options)
    expect(pdfEmbeddedFile(without.bytes, 'simlens.json.zz')).toEqual({ kind: 'none' })
  })

  it('ends a text that is anchored at its end where the text has to end', () => {
    const figure = svgOf(anchored('start'), anchored('middle'), anchored('end'))
    const { texts } = readPdf(wholePdf(figure, options).bytes)
    // A digit of DejaVu Sans is 1303 of 2048 units wide.
    const width = (3 * 10 * 1303) / 2048
    const places = texts.map(({ x }) => x)
    expect(places[0]).toBe(50)
    expect(places[1]).toBeCloseTo(50 - width / 2, 3)
    expect(places[2]).toBeCloseTo(50 - width, 3)
  })

  it('draws no text wider than the layout leaves room for', () => {
    const place = { x: 50, y: 9, fontSize: 10, textAnchor: 'end' }
    const texts = ['+0.25', 'plain', '++==<>', '# {} ~']
    const elements = texts.map((text) => createElement('text', { ...place, key: text }, text))
    const shown = readPdf(wholePdf(svgOf(...elements), options).bytes).texts
    const widths = shown.map(({ x }) => 50 - x)
    const rooms = texts.map((text) => textWidth(text, 10, 'sans'))
    expect(widths.map((width, k) => width <= (rooms[k] ?? 0) + 1e-3)).toEqual(texts.map(() => true))
    // What is no wider anyhow is as wide as it is.
    expect(widths[1]).toBeLessThan((rooms[1] ?? 0) - 1)
  })

  it('shows a text with an outline behind it once', () => {
    const outline = { stroke: '#ffffff', strokeWidth: 3, paintOrder: 'stroke' }
    const { bytes } = wholePdf(svgOf(createElement('text', outline, 'level')), options)
    expect(readPdf(bytes).texts.map(({ text }) => text)).toEqual(['level'])
  })

  it('draws letters with accents that a text spells in two characters', () => {
    const text = createElement('text', { x: 0, y: 9 }, 'e\u0301, \u0454')
    const { bytes, lacking } = wholePdf(svgOf(text), options)
    expect(lacking).toEqual([])
    expect(readPdf(bytes).texts.map((each) => each.text)).toEqual(['e\u0301, \u0454'])
  })

  it('lets each cell reach under its later neighbors, and over no place without a cell', () => {
    // Upward rows, of three cells, of one, and of three.
    const cells = [cell(0, 8), cell(10, 8), cell(20, 8), cell(0, 4), cell(0, 0), cell(10, 0)]
    const figure = svgOf(createElement('g', { key: 'cells' }, cells))
    const { operators } = readPdf(wholePdf(figure, options).bytes)
    const paths = operators.filter(([name]) => /^(?:re|m|l|f)$/.test(name))
    expect(paths).toEqual([
      // The first has a cell to its right and one above, but none at the corner.
      ...path([0, 12], [10, 12], [12, 10], [12, 10], [10, 8], [10, 6], [0, 6]),
      ...path([10, 12], [20, 12], [22, 10], [22, 10], [20, 8], [20, 8], [10, 8]),
      ['re', 20, 8, 10, 4],
      ['f'],
      ['re', 0, 2, 10, 6],
      ['f'],
      ...path([0, 4], [10, 4], [12, 2], [12, 2], [10, 0], [10, 0], [0, 0]),
      ['re', 10, 0, 10, 4],
      ['f'],
    ])
    expect(operators.filter(([name]) => name === 'rg')).toHaveLength(1)
  })

  it('fills translucent shapes that meet as one', () => {
    const figure = svgOf(veil(0, '#ffffff'), veil(10, '#ffffff'), veil(20, '#000000'))
    const { operators } = readPdf(wholePdf(figure, options).bytes)
    expect(operators.map(([name]) => name).join(' ')).toBe('cm q gs rg re re f Q q gs rg re f Q')
  })
})

describe('a figure with something that the PDF cannot draw', () => {
  const rect = { x: 0, y: 0, width: 9, height: 9, fill: '#000000' }

  it.each<[string, ReactElement, string]>([
    ['an element', createElement('ellipse', { cx: 1 }), 'invalid element in a PDF: <ellipse>'],
    [
      'an attribute',
      createElement('rect', { ...rect, rx: 2 }),
      'invalid attribute in a PDF: rx="2" of <rect>',
    ],
    ['a length', createElement('rect', { ...rect, x: '1em' }), 'invalid length in a PDF: 1em'],
    [
      'a path',
      createElement('path', { d: 'M0 0C1 1 2 2 3 3' }),
      'invalid path in a PDF: the command C',
    ],
    [
      'a color',
      createElement('rect', { ...rect, fill: 'url(#none)' }),
      'invalid color in a PDF: url(#none)',
    ],
    [
      'a transform',
      createElement('text', { transform: 'skewX(3)' }, 'a'),
      'invalid transform in a PDF: skewX(3)',
    ],
    [
      'a picture',
      createElement('image', { href: 'data:image/png;base64,AAAA', width: 1, height: 1 }),
      'invalid picture in a PDF: not a PNG of indexed colors',
    ],
  ])('is refused: %s', (_name, element, problem) => {
    expect(() => wholePdf(svgOf(element), options)).toThrow(problem)
  })
})
