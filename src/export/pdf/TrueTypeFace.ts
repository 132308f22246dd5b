import { concatBytes } from '../../codec/concatBytes'

/** Bit of a composite glyph's component: its offsets are of 16 bits. */
const WIDE_OFFSETS = 1
/** Bits of a component's scale, with the bytes that it takes. */
const SCALES: readonly (readonly [bit: number, byteCount: number])[] = [
  [8, 2],
  [0x40, 4],
  [0x80, 8],
]
/** Bit of a component: another one follows. */
const MORE = 0x20

/** Largest advance in the table of widths. */
const MAX_ADVANCE = 0xffff

/** A glyph of a font that is written. */
export interface UsedGlyph {
  /** Index in this face; absent for a glyph that draws nothing. */
  readonly index?: number
  /** Advance in units of the face. */
  readonly advance: number
}

/** A TrueType font of a single face. Source: the OpenType specification, version 1.9.1. */
export class TrueTypeFace {
  readonly unitsPerEm: number
  /** Height above and depth below the baseline, in units of the face; the depth is negative. */
  readonly ascent: number
  readonly descent: number
  /** Smallest and largest x and y of all glyphs, in units of the face. */
  readonly box: readonly [left: number, bottom: number, right: number, top: number]
  readonly #tables: ReadonlyMap<string, DataView>
  readonly #glyphs: ReadonlyMap<number, number>

  constructor(font: Uint8Array) {
    this.#tables = tablesOf(font)
    const head = this.#table('head')
    const hhea = this.#table('hhea')
    this.unitsPerEm = head.getUint16(18)
    this.box = [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)]
    this.ascent = hhea.getInt16(4)
    this.descent = hhea.getInt16(6)
    this.#glyphs = glyphsOf(this.#table('cmap'))
  }

  /** Returns the glyph of a code point, or undefined if the face lacks it. */
  glyphOf(codePoint: number): UsedGlyph | undefined {
    const index = this.#glyphs.get(codePoint)
    return index === undefined ? undefined : { index, advance: this.#metric(index)[0] }
  }

  /** Returns a font of these glyphs, numbered from 1 on in their order, without a table of characters. */
  subset(used: readonly UsedGlyph[]): Uint8Array<ArrayBuffer> {
    const all: UsedGlyph[] = [{ index: 0, advance: this.#metric(0)[0] }, ...used]
    // Parts of composite glyphs come after the glyphs that are used by themselves.
    const parts = new Map<number, number>()
    const outlines: Uint8Array[] = []
    const partAt = (index: number): number => {
      const known = parts.get(index) ?? all.push({ index, advance: this.#metric(index)[0] }) - 1
      parts.set(index, known)
      return known
    }
    for (let k = 0; k < all.length; k++) {
      outlines.push(withParts(this.#outline(all[k]?.index), partAt))
    }
    return fontOf([
      ['glyf', concatBytes(outlines)],
      ['head', changed(this.#table('head'), 50, 1)],
      ['hhea', changed(this.#table('hhea'), 34, all.length)],
      ['hmtx', this.#metrics(all)],
      ['loca', offsetsOf(outlines)],
      ['maxp', changed(this.#table('maxp'), 4, all.length)],
    ])
  }

  #table(tag: string): DataView {
    const table = this.#tables.get(tag)
    if (table === undefined) throw new RangeError(`the font has no table ${tag}`)
    return table
  }

  #metric(index: number): [advance: number, bearing: number] {
    const hmtx = this.#table('hmtx')
    const count = this.#table('hhea').getUint16(34)
    const isShort = index >= count
    const bearingAt = isShort ? 4 * count + 2 * (index - count) : 4 * index + 2
    return [hmtx.getUint16(4 * (isShort ? count - 1 : index)), hmtx.getInt16(bearingAt)]
  }

  #metrics(used: readonly UsedGlyph[]): Uint8Array {
    const metrics = new DataView(new ArrayBuffer(4 * used.length))
    used.forEach(({ index, advance }, k) => {
      metrics.setUint16(4 * k, Math.min(Math.round(advance), MAX_ADVANCE))
      metrics.setInt16(4 * k + 2, index === undefined ? 0 : this.#metric(index)[1])
    })
    return bytesOf(metrics)
  }

  /** Returns a copy of a glyph's outline at a length of whole words; empty if it draws nothing. */
  #outline(index: number | undefined): Uint8Array {
    if (index === undefined) return new Uint8Array()
    const loca = this.#table('loca')
    const isLong = this.#table('head').getInt16(50) === 1
    const offset = (k: number): number =>
      isLong ? loca.getUint32(4 * k) : 2 * loca.getUint16(2 * k)
    const outline = bytesOf(this.#table('glyf')).subarray(offset(index), offset(index + 1))
    return concatBytes([outline, new Uint8Array(-outline.length & 3)])
  }
}

function tablesOf(font: Uint8Array): Map<string, DataView> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = new Map<string, DataView>()
  for (let k = 0; k < view.getUint16(4); k++) {
    const entry = 12 + 16 * k
    const tag = String.fromCharCode(...font.subarray(entry, entry + 4))
    const start = font.byteOffset + view.getUint32(entry + 8)
    tables.set(tag, new DataView(font.buffer, start, view.getUint32(entry + 12)))
  }
  return tables
}

/** Returns the glyphs by code point, from a table of format 4. */
function glyphsOf(cmap: DataView): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let k = 0; k < cmap.getUint16(2); k++) {
    const start = cmap.getUint32(8 + 8 * k)
    if (cmap.getUint16(start) === 4)
      addSegments(new DataView(cmap.buffer, cmap.byteOffset + start), glyphs)
  }
  return glyphs
}

function addSegments(table: DataView, glyphs: Map<number, number>): void {
  const size = table.getUint16(6)
  for (let k = 0; k < size; k += 2) {
    const first = table.getUint16(16 + size + k)
    const last = table.getUint16(14 + k)
    const delta = table.getUint16(16 + 2 * size + k)
    const offsetAt = 16 + 3 * size + k
    const offset = table.getUint16(offsetAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const found = offset === 0 ? code : table.getUint16(offsetAt + offset + 2 * (code - first))
      if (found !== 0) glyphs.set(code, (found + delta) & 0xffff)
    }
  }
}

/** Sets the numbers of a composite glyph's parts, in place, and returns the outline. */
function withParts(outline: Uint8Array, partAt: (index: number) => number): Uint8Array {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  if (outline.length === 0 || view.getInt16(0) >= 0) return outline
  let at = 10
  let flags = MORE
  while ((flags & MORE) !== 0) {
    flags = view.getUint16(at)
    view.setUint16(at + 2, partAt(view.getUint16(at + 2)))
    at += (flags & WIDE_OFFSETS) === 0 ? 6 : 8
    for (const [bit, byteCount] of SCALES) if ((flags & bit) !== 0) at += byteCount
  }
  return outline
}

function offsetsOf(outlines: readonly Uint8Array[]): Uint8Array {
  const offsets = new DataView(new ArrayBuffer(4 * (outlines.length + 1)))
  let end = 0
  outlines.forEach(({ length }, k) => {
    end += length
    offsets.setUint32(4 * (k + 1), end)
  })
  return bytesOf(offsets)
}

/** Returns a copy of a table with another 16-bit number at an offset. */
function changed(table: DataView, offset: number, value: number): Uint8Array {
  const copy = bytesOf(table).slice()
  new DataView(copy.buffer).setUint16(offset, value)
  return copy
}

/** Returns the file of a font. The tables are in the order of their tags. */
function fontOf(
  tables: readonly (readonly [tag: string, table: Uint8Array])[],
): Uint8Array<ArrayBuffer> {
  const power = 2 ** Math.floor(Math.log2(tables.length))
  const directory = new DataView(new ArrayBuffer(12 + 16 * tables.length))
  directory.setUint32(0, 0x00010000)
  directory.setUint16(4, tables.length)
  directory.setUint16(6, 16 * power)
  directory.setUint16(8, Math.log2(power))
  directory.setUint16(10, 16 * (tables.length - power))
  let start = directory.byteLength
  const padded = tables.map(([tag, table], k) => {
    const bytes = concatBytes([table, new Uint8Array(-table.length & 3)])
    const entry = 12 + 16 * k
    for (let c = 0; c < 4; c++) directory.setUint8(entry + c, tag.charCodeAt(c))
    directory.setUint32(entry + 4, checksum(bytes))
    directory.setUint32(entry + 8, start)
    directory.setUint32(entry + 12, table.length)
    start += bytes.length
    return bytes
  })
  return concatBytes([bytesOf(directory), ...padded])
}

/** Returns the sum of a table's 32-bit words. */
function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
}
