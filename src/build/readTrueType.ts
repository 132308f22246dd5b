import {
  contoursOf,
  type Glyph,
  type GlyphPart,
  type OutlinePoint,
  type Typeface,
} from '../export/pdf/Typeface'

/** Bits of a point. The others are two for x, and the same two one place further on for y. */
const ON = 1
const REPEATED = 8
/** A step of one byte. */
const SHORT = 2
/** The sign of a step of one byte, or no step at all. */
const POSITIVE_OR_NONE = 0x10

/** Bits of a composite glyph's part. */
const WIDE_OFFSETS = 1
const OFFSETS = 2
const MORE = 0x20
/** The bits of scales, with the numbers that make a matrix [xx, xy, yx, yy] by their places, if they are not 0. */
const SCALES: readonly (readonly [bit: number, places: readonly (number | undefined)[]])[] = [
  [8, [0, undefined, undefined, 0]],
  [0x40, [0, undefined, undefined, 1]],
  [0x80, [0, 1, 2, 3]],
]

/**
 * Returns the outlines of a TrueType font, without its hints. Parts of glyphs that are scaled become contours. Throws if
 * parts are aligned by their points. Source: the OpenType specification, version 1.9.1.
 */
export function readTrueType(font: Uint8Array): Typeface {
  const tables = tablesOf(font)
  const table = (tag: string): DataView => {
    const found = tables.get(tag)
    if (found === undefined) throw new RangeError(`the font has no table ${tag}`)
    return found
  }
  const [head, hhea, glyf, loca] = [table('head'), table('hhea'), table('glyf'), table('loca')]
  const isLong = head.getInt16(50) === 1
  const offset = (k: number): number => (isLong ? loca.getUint32(4 * k) : 2 * loca.getUint16(2 * k))
  const metric = metricsOf(table('hmtx'), hhea.getUint16(34))
  const known = new Map<number, Glyph>()
  const read = (index: number): Glyph => {
    const glyph = known.get(index) ?? readGlyph(index)
    known.set(index, glyph)
    return glyph
  }
  const readGlyph = (index: number): Glyph => {
    const [advance, bearing] = metric(index)
    const outline = part(glyf, offset(index), offset(index + 1))
    if (outline.byteLength === 0) return { advance, contours: [], parts: [] }
    // A glyph's left edge stands at its bearing, whatever the coordinates of its points.
    const x = bearing - outline.getInt16(2)
    if (outline.getInt16(0) < 0) return { advance, ...partsIn(outline, x, read) }
    return { advance, contours: contoursIn(outline, x), parts: [] }
  }
  return {
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    box: [36, 38, 40, 42].map((at) => head.getInt16(at)),
    characters: tables.has('cmap') ? charactersOf(table('cmap')) : new Map(),
    glyphs: Array.from({ length: table('maxp').getUint16(4) }, (_, k) => read(k)),
  }
}

function tablesOf(font: Uint8Array): Map<string, DataView> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = new Map<string, DataView>()
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) {
    const start = view.getUint32(entry + 8)
    const tag = String.fromCharCode(...font.subarray(entry, entry + 4))
    tables.set(tag, part(view, start, start + view.getUint32(entry + 12)))
  }
  return tables
}

function part(view: DataView, start: number, end = view.byteLength): DataView {
  return new DataView(view.buffer, view.byteOffset + start, end - start)
}

function metricsOf(
  hmtx: DataView,
  count: number,
): (index: number) => [advance: number, bearing: number] {
  return (index) => {
    // Glyphs after the last one that has an advance have the same.
    const last = Math.min(index, count - 1)
    return [hmtx.getUint16(4 * last), hmtx.getInt16(2 + 4 * last + 2 * (index - last))]
  }
}

/** Returns the glyphs by code point, from the tables of format 4. */
function charactersOf(cmap: DataView): Map<number, number> {
  const characters = new Map<number, number>()
  for (let k = 0; k < cmap.getUint16(2); k++) {
    const table = part(cmap, cmap.getUint32(8 + 8 * k))
    if (table.getUint16(0) !== 4) continue
    for (const [code, glyph] of segmentsOf(table)) if (glyph !== 0) characters.set(code, glyph)
  }
  return characters
}

function* segmentsOf(table: DataView): Generator<[code: number, glyph: number]> {
  const size = table.getUint16(6)
  for (let end = 14; end < 14 + size; end += 2) {
    const first = table.getUint16(end + size + 2)
    const delta = table.getUint16(end + 2 * size + 2)
    const offsetAt = end + 3 * size + 2
    const offset = table.getUint16(offsetAt)
    for (let code = first; code <= table.getUint16(end) && code < 0xffff; code++) {
      const glyph = offset === 0 ? code : table.getUint16(offsetAt + offset + 2 * (code - first))
      yield [code, glyph === 0 ? 0 : (glyph + delta) & 0xffff]
    }
  }
}

function contoursIn(outline: DataView, left: number): OutlinePoint[][] {
  const ends = Array.from({ length: outline.getInt16(0) }, (_, k) => outline.getUint16(10 + 2 * k))
  const count = (ends.at(-1) ?? -1) + 1
  let at = 10 + 2 * ends.length
  at += 2 + outline.getUint16(at)
  const flags: number[] = []
  while (flags.length < count) {
    const flag = outline.getUint8(at++)
    const repeats = (flag & REPEATED) === 0 ? 0 : outline.getUint8(at++)
    for (let k = 0; k <= repeats; k++) flags.push(flag)
  }
  const coordinates = (start: number, shift: 0 | 1): number[] => {
    let value = start
    return flags.map((flag) => {
      const isPositive = (flag & (POSITIVE_OR_NONE << shift)) !== 0
      if ((flag & (SHORT << shift)) !== 0) {
        value += isPositive ? outline.getUint8(at) : -outline.getUint8(at)
        at += 1
      } else if (!isPositive) {
        value += outline.getInt16(at)
        at += 2
      }
      return value
    })
  }
  const [x, y] = [coordinates(left, 0), coordinates(0, 1)]
  return ends.map((end, contour) => {
    const start = contour === 0 ? 0 : (ends[contour - 1] ?? 0) + 1
    return Array.from({ length: end + 1 - start }, (_, k) => {
      const isOn = ((flags[start + k] ?? 0) & ON) !== 0
      return { isOn, x: x[start + k] ?? 0, y: y[start + k] ?? 0 }
    })
  })
}

/** Returns the parts of a composite glyph, and the contours of those that are scaled. */
function partsIn(
  outline: DataView,
  left: number,
  read: (index: number) => Glyph,
): Pick<Glyph, 'contours' | 'parts'> {
  const contours: OutlinePoint[][] = []
  const parts: GlyphPart[] = []
  let at = 10
  let flags = MORE
  while ((flags & MORE) !== 0) {
    flags = outline.getUint16(at)
    if ((flags & OFFSETS) === 0)
      throw new RangeError('a glyph has parts that are aligned by points')
    const isWide = (flags & WIDE_OFFSETS) !== 0
    const glyph = outline.getUint16(at + 2)
    const x = left + (isWide ? outline.getInt16(at + 4) : outline.getInt8(at + 4))
    const y = isWide ? outline.getInt16(at + 6) : outline.getInt8(at + 5)
    at += isWide ? 8 : 6
    const places = SCALES.find(([bit]) => (flags & bit) !== 0)?.[1]
    if (places === undefined) parts.push({ glyph, x, y })
    else {
      const start = at
      const matrix = places.map((k) =>
        k === undefined ? 0 : outline.getInt16(start + 2 * k) / 0x4000,
      )
      contours.push(...scaled(contoursOf(read, glyph), matrix, x, y))
      at += 2 + 2 * Math.max(...places.map((k) => k ?? 0))
    }
  }
  return { contours, parts }
}

function scaled(
  contours: Glyph['contours'],
  [xx = 1, xy = 0, yx = 0, yy = 1]: readonly number[],
  left: number,
  bottom: number,
): OutlinePoint[][] {
  return contours.map((points) => {
    return points.map(({ isOn, x, y }) => {
      return {
        isOn,
        x: Math.round(xx * x + yx * y) + left,
        y: Math.round(xy * x + yy * y) + bottom,
      }
    })
  })
}
