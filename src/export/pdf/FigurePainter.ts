import { SerializeError } from '../xml/xmlText'
import { type XmlNode } from '../xml/xmlNodes'
import { cellOperators, type DrawnCell } from './cellOperators'
import { paintText } from './paintText'
import { colorOf, colorOperator, operator } from './pathOperators'
import { addIndexedImage } from './pdfImages'
import { type PdfSheet } from './PdfSheet'
import { hatchOperators, outlineOf, strokeOperators } from './shapeOperators'
import { attributeLength, styledOf, type Attributes, type Styled } from './Styled'

/** Elements that are not drawn. */
const WORDS = new Set(['title', 'desc'])

/** Draws the elements of a figure on a sheet in CSS pixels, where y grows downwards. */
export class FigurePainter {
  readonly #sheet: PdfSheet
  /** Gradients and patterns by their references, `url(#…)`. */
  readonly #servers = new Map<string, Styled>()

  constructor(sheet: PdfSheet) {
    this.#sheet = sheet
  }

  /** Throws SerializeError for elements that it cannot draw. */
  paint(nodes: readonly XmlNode[], inherited: Attributes): void {
    let earlier: { readonly element: Styled; readonly outlines: string[] } | undefined
    for (const node of nodes) {
      if (typeof node === 'string') throw new SerializeError(`invalid text in a PDF: ${node}`)
      const element = styledOf(node, inherited)
      // Translucent shapes that meet are filled as one, since the edge between them would be seen.
      if (isTranslucent(element) && earlier && isAlike(earlier.element, element)) {
        earlier.outlines.push(outlineOf(element))
        continue
      }
      if (earlier) this.#shape(earlier.element, earlier.outlines)
      earlier = isTranslucent(element) ? { element, outlines: [outlineOf(element)] } : undefined
      if (!earlier) this.#element(element)
    }
    if (earlier) this.#shape(earlier.element, earlier.outlines)
  }

  #element(element: Styled): void {
    const { tag, own, style, children } = element
    if (WORDS.has(tag)) return
    if (tag === 'defs') this.#define(children, style)
    else if (tag === 'g') this.#group(element)
    else if (tag === 'svg') this.#frame(element)
    else if (tag === 'image') this.#image(own)
    else if (tag === 'text') paintText(element, this.#sheet)
    else this.#shape(element, [outlineOf(element)])
  }

  #define(children: readonly XmlNode[], inherited: Attributes): void {
    for (const child of children) {
      if (typeof child === 'string') continue
      const server = styledOf(child, inherited)
      this.#servers.set(`url(#${server.own['id'] ?? ''})`, server)
    }
  }

  #group({ own, style, children }: Styled): void {
    if (own['transform'] !== undefined) throw new SerializeError('invalid <g> in a PDF: transform')
    const rects = children.map((child) => rectOf(child, style))
    if (rects.length > 1 && rects.every((rect) => rect !== undefined)) {
      this.#sheet.draw(...cellOperators(rects))
    } else this.paint(children, style)
  }

  /** Draws what a nested svg shows: what lies outside is cut off. */
  #frame({ own, style, children }: Styled): void {
    const [x, y] = [attributeLength(own['x']), attributeLength(own['y'])]
    this.#sheet.draw('q', outlineOf({ tag: 'rect', own }), 'W n', operator('cm', 1, 0, 0, 1, x, y))
    this.paint(children, style)
    this.#sheet.draw('Q')
  }

  #image({ href = '', ...place }: Attributes): void {
    const name = this.#sheet.resource('XObject', addIndexedImage(this.#sheet.file, href))
    const [x, y] = [attributeLength(place['x']), attributeLength(place['y'])]
    const [width, height] = [attributeLength(place['width']), attributeLength(place['height'])]
    this.#sheet.draw('q', operator('cm', width, 0, 0, -height, x, y + height), `${name} Do`, 'Q')
  }

  #shape({ tag, own, style }: Styled, outlines: readonly string[]): void {
    const { fill = '#000000' } = style
    const server = this.#servers.get(fill)
    if (server) this.#serve(server, own)
    const isFilled = !server && fill !== 'none' && tag !== 'line'
    const stroke = strokeOperators(style)
    if (!isFilled && stroke.length === 0) return
    const opacity = style['fill-opacity']
    const before = [
      ...(opacity === undefined ? [] : [`${this.#opacity(opacity)} gs`]),
      ...(isFilled ? [colorOperator('rg', fill)] : []),
      ...stroke,
    ]
    const paint = stroke.length === 0 ? 'f' : isFilled ? 'B' : 'S'
    this.#sheet.draw('q', ...before, ...outlines, paint, 'Q')
  }

  #opacity(opacity: string): string {
    return this.#sheet.resource('ExtGState', `<< /ca ${attributeLength(opacity)} >>`)
  }

  /** Fills a rectangle with a gradient or a pattern. */
  #serve(server: Styled, rect: Attributes): void {
    const parts = server.children.flatMap((child) => {
      return typeof child === 'string' ? [] : [styledOf(child, server.style)]
    })
    const [first] = parts
    if (server.tag === 'pattern' && first?.tag === 'line' && parts.length === 1) {
      this.#sheet.draw(...hatchOperators(rect, server, first))
    } else if (server.tag === 'linearGradient') {
      const shading = this.#sheet.resource('Shading', this.#shading(server.own, parts, rect))
      const outline = outlineOf({ tag: 'rect', own: rect })
      this.#sheet.draw('q', outline, 'W n', `${shading} sh`, 'Q')
    } else throw new SerializeError(`invalid fill in a PDF: <${server.tag}>`)
  }

  /** Adds a gradient over a rectangle. Its stops must have equal distances. */
  #shading(line: Attributes, stops: readonly Styled[], rect: Attributes): string {
    const isEven = stops.every(({ own }, k) => {
      return Math.abs(attributeLength(own['offset']) * (stops.length - 1) - k) < 1e-6
    })
    if (!isEven || stops.length < 2) throw new SerializeError('invalid gradient in a PDF')
    const samples = stops.flatMap(({ own }) => colorOf(own['stop-color'] ?? ''))
    const colors = this.#sheet.file.addStream(
      `/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [${stops.length}] /BitsPerSample 8`,
      Uint8Array.from(samples, (share) => Math.round(255 * share)),
    )
    const place = (name: string, share: string | undefined, length: string): number =>
      attributeLength(rect[name]) + attributeLength(share) * attributeLength(rect[length])
    const start = operator('', place('x', line['x1'], 'width'), place('y', line['y1'], 'height'))
    const end = operator('', place('x', line['x2'], 'width'), place('y', line['y2'], 'height'))
    return this.#sheet.file.add(
      `<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [${start}${end}] /Function ${colors} /Extend [true true] >>`,
    )
  }
}

/** Returns an element as a cell if it is a rectangle of one color and no more. */
function rectOf(node: XmlNode, inherited: Attributes): DrawnCell | undefined {
  if (typeof node === 'string' || node.tag !== 'rect') return undefined
  const { own, style } = styledOf(node, inherited)
  const { fill, stroke = 'none' } = style
  if (fill === undefined || !fill.startsWith('#') || stroke !== 'none') return undefined
  return {
    x: attributeLength(own['x']),
    y: attributeLength(own['y']),
    width: attributeLength(own['width']),
    height: attributeLength(own['height']),
    fill,
  }
}

function isTranslucent({ tag, style }: Styled): boolean {
  return tag === 'rect' && style['fill-opacity'] !== undefined && style['stroke'] === undefined
}

function isAlike(a: Styled, b: Styled): boolean {
  return a.style['fill'] === b.style['fill'] && a.style['fill-opacity'] === b.style['fill-opacity']
}
