import { describe, expect, it } from 'vitest'
import { asLoaded, displayedOf } from '../../../src/analysis/displayedOf'
import { findingsOf } from '../../../src/analysis/findings/findingsOf'
import { finish } from '../../../src/analysis/Sliced'
import { profilesOf } from '../../../src/analysis/order/profilesOf'
import { base64 } from '../../../src/codec/base64'
import { packEnvelope } from '../../../src/codec/envelope'
import { carriedTensor } from '../../../src/export/carriedTensor'
import { type ExportHost } from '../../../src/export/ExportHost'
import {
  exportKinds,
  exportName,
  offeredKinds,
  type ExportContent,
  type ExportKind,
} from '../../../src/export/exportKinds'
import { defaultExportOptions, type ExportOptions } from '../../../src/export/ExportOptions'
import { type ExportedFigure } from '../../../src/export/ExportedFigure'
import { figureBasis, type FigureBasis, type ShownTensor } from '../../../src/figure/figureBasis'
import { defaultFindingOptions } from '../../../src/figure/describeFigure'
import { canonicalPieces } from '../../../src/formats/canonical/canonicalJson'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfText } from '../../../src/formats/source/ByteSource'
import { resolveView } from '../../../src/tensor/View'

const document = JSON.stringify({
  queries: [{ label: 'Meta Token #1' }, { label: 'Meta Token #2' }],
  tokens: ['F', 'ruits', ':', 'mango'],
  values: [
    [
      [0.1, 0.2, 0.3, 0.4],
      [0.5, 0.6, 0.7, 0.8],
    ],
    [
      [0.11, 0.21, 0.31, 0.41],
      [0.51, 0.61, 0.71, 0.81],
    ],
  ],
})

function basisOf({ tensor, view, windows, fileName, ...raw }: ShownTensor): FigureBasis {
  const displayed = displayedOf({ tensor, ...raw }, view)
  const profiles = finish(profilesOf(displayed.tensor, view.query))
  const name = fileName.replace('.json', '')
  return figureBasis({ tensor, displayed, view, windows, name, profiles })
}

/** Makes files without a page. A picture is its SVG with its size, behind the bytes of a header. */
const host: ExportHost = {
  software: 'SimLens 0.0.0',
  basisOf: (shown) => Promise.resolve(basisOf(shown)),
  findings: (found, parameters) => Promise.resolve(finish(findingsOf(found, parameters))),
  packed: async (shown, carried) => {
    const content = await carriedTensor(shown, carried, () => host.basisOf(shown))
    if (content === undefined) return ''
    return base64(await packEnvelope(canonicalPieces(content.tensor), JSON.stringify(content.view)))
  },
  inSlices: (work) => Promise.resolve(finish(work)),
  rasterized: (svg, size) =>
    Promise.resolve(new TextEncoder().encode(`${'-'.repeat(33)}${JSON.stringify(size)}${svg}`)),
  notice: () => undefined,
  pageElements: () => ({ head: ['<style></style>'], licenses: '' }),
}

/** A zoomed figure of the second query with a pinned cell. */
async function figureOf(): Promise<ExportedFigure> {
  const { tensors } = await readTensor(sourceOfText(document, 'List Recall.json'))
  const tensor = tensors[0]?.tensor
  if (tensor === undefined) throw new Error('no tensor')
  return {
    ...asLoaded(tensor),
    fileName: 'List Recall.json',
    view: resolveView(tensor, { query: 1 }, {}),
    cell: [0, 1],
    windows: { columns: { start: 1, span: 3 } },
    size: { width: 960, height: 600, pixelRatio: 1 },
    findings: defaultFindingOptions,
  }
}

async function contentOf(kind: ExportKind, options: ExportOptions, by = host): Promise<string> {
  return textOf(await kind.make(await figureOf(), options, by))
}

function textOf(content: ExportContent): string {
  return content instanceof Uint8Array
    ? new TextDecoder('latin1').decode(content)
    : [...content].join('')
}

const kinds: readonly (readonly [string, ExportKind])[] = Object.entries(exportKinds)

/** An option in each of the ways that are not the default. */
const others: readonly Partial<ExportOptions>[] = [
  { background: 'dark' },
  { background: 'transparent' },
  { scale: '3' },
  { part: 'whole' },
  { hasMark: false },
  { carried: 'all' },
  { carried: 'none' },
  { table: 'matrix' },
  { rows: 'visible' },
]

describe('the kinds of exported files', () => {
  it.each(kinds)('are made without a page, and are the same each time: %s', async (_, kind) => {
    const content = await contentOf(kind, defaultExportOptions)
    expect(content.length).toBeGreaterThan(100)
    expect(await contentOf(kind, defaultExportOptions)).toBe(content)
  })

  it.each(kinds)('go by the options that they list, and by no other: %s', async (_, kind) => {
    const usual = await contentOf(kind, defaultExportOptions)
    for (const other of others) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the failing one is named
      const isChanged = (await contentOf(kind, { ...defaultExportOptions, ...other })) !== usual
      const [option = ''] = Object.keys(other)
      const isListed = kind.options.some((each) => each === option)
      expect({ ...other, isChanged }).toEqual({ ...other, isChanged: isListed })
    }
  })

  it.each([
    ['svg', 'list-recall_meta-token-2.svg'],
    ['png', 'list-recall_meta-token-2.png'],
    ['pdf', 'list-recall_meta-token-2.pdf'],
    ['html', 'list-recall_meta-token-2.html'],
    ['json', 'list-recall.simlens.json'],
    ['csv', 'list-recall.csv'],
    ['profiles', 'list-recall_meta-token-2.profiles.csv'],
    ['description', 'list-recall_meta-token-2.md'],
  ] as const)('have names: %s', async (kind, expected) => {
    const figure = await figureOf()
    expect(exportName(exportKinds[kind], figure, defaultExportOptions)).toBe(expected)
  })

  it('name the query of a table that is about one', async () => {
    const options: ExportOptions = { ...defaultExportOptions, rows: 'visible' }
    expect(exportName(exportKinds.csv, await figureOf(), options)).toBe(
      'list-recall_meta-token-2.csv',
    )
  })

  it.each(['svg', 'png', 'html', 'description'] as const)(
    'say the findings that the host has, and look for none themselves: %s',
    async (kind) => {
      const without = { ...host, findings: () => Promise.resolve([]) }
      const said = await contentOf(exportKinds[kind], defaultExportOptions)
      expect(said).toContain('highest cell')
      const unsaid = await contentOf(exportKinds[kind], defaultExportOptions, without)
      expect(unsaid).not.toContain('highest cell')
    },
  )

  it('have on paper the size of the SVG, and its faces: pdf', async () => {
    const figure = await figureOf()
    const onPaper = { ...figure, view: { ...figure.view, paper_width: 165.1, font_size: 8 } }
    const svg = textOf(await exportKinds.svg.make(onPaper, defaultExportOptions, host))
    expect(svg).toContain('font-family="&quot;DejaVu Sans&quot;, ')
    expect(svg).toContain('font-family="&quot;DejaVu Sans Mono&quot;, ')
    const [, height] = /width="165.1mm" height="([\d.]+)mm"/.exec(svg) ?? []
    const pdf = textOf(await exportKinds.pdf.make(onPaper, defaultExportOptions, host))
    const [, width, points] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
    expect(width).toBe('468')
    expect(Number(points)).toBeCloseTo((Number(height) * 72) / 25.4, 2)
  })

  it('name the texts that the fonts of a PDF cannot write, each once', async () => {
    const figure = await figureOf()
    const notices: string[] = []
    const view = { ...figure.view, title: '水 of 火', x_title: '水 of 火', y_title: '🙂' }
    const noticing = { ...host, notice: (sentence: string) => notices.push(sentence) }
    await exportKinds.pdf.make({ ...figure, view }, defaultExportOptions, noticing)
    expect(notices).toEqual([
      'The fonts of the PDF lack characters of “水 of 火”, “🙂”. Those characters are in it as their code points, in boxes.',
    ])
  })

  it.each(['svg', 'png', 'pdf'] as const)(
    'can be cancelled after every row of bins while the picture is made: %s',
    async (kind) => {
      const figure = await figureOf()
      const steps = async (most: number): Promise<number> => {
        let count = 0
        const inSlices: ExportHost['inSlices'] = async (work) => {
          let step = work.next()
          for (; step.done !== true; step = work.next()) {
            count += 1
            if (count === most) throw new Error('cancelled')
          }
          return await Promise.resolve(step.value)
        }
        await exportKinds[kind].make(figure, defaultExportOptions, { ...host, inSlices })
        return count
      }
      const rowCount = figure.tensor.rowOffsets.length - 1
      expect(await steps(Infinity)).toBeGreaterThanOrEqual(rowCount / figure.tensor.queries.length)
      await expect(steps(2)).rejects.toThrow('cancelled')
    },
  )

  it('have profiles only where the figure has them', async () => {
    const { view } = await figureOf()
    expect(offeredKinds({ ...view, profiles: true })).toContain(exportKinds.profiles)
    expect(offeredKinds({ ...view, profiles: false })).not.toContain(exportKinds.profiles)
  })

  it('describe what is visible, and of the whole only where all columns are saved', async () => {
    const visible = await contentOf(exportKinds.html, { ...defaultExportOptions, carried: 'none' })
    expect(visible).not.toContain('mango')
    const whole = { ...defaultExportOptions, part: 'whole', carried: 'none' } as const
    expect(await contentOf(exportKinds.html, whole)).toContain('mango')
  })
})
