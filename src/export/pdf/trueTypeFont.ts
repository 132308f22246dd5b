import { concatBytes } from '../../codec/concatBytes'
import { contoursOf, type Glyph, type OutlinePoint, type Typeface } from './Typeface'

/** Largest advance in the table of widths. */
const MAX_ADVANCE = 0xffff

/** Begin of the table `head`: versions, and that the baseline is at 0 and each glyph's left edge at its bearing. */
const HEAD = [1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3]

/** A glyph of a font that is written. */
export interface UsedGlyph {
  /** Index in the face; absent for a glyph that draws nothing. */
  readonly index?: number
  /** Advance in units of the face. */
  readonly advance: number
}

type Box = readonly [left: number, bottom: number, right: number, top: number]

/**
 * Returns a TrueType font of these glyphs, numbered from 1 on in their order, without a table of characters. Source: the
 * OpenType specification, version 1.9.1.
 */
export function trueTypeFont(face: Typeface, used: readonly UsedGlyph[]): Uint8Array<ArrayBuffer> {
  const glyphs = [{ index: 0, advance: face.glyphs[0]?.advance ?? 0 }, ...used]
  const contours = glyphs.map(({ index = -1 }) => contoursOf((k) => face.glyphs[k], index))
  const boxes = contours.map((each) => boxOf(each.flat()))
  const outlines = contours.map((each, k) => outlineOf(each, boxes[k] ?? []))
  const advances = glyphs.map(({ advance }) => Math.min(Math.round(advance), MAX_ADVANCE))
  const lefts = boxes.map(([left]) => left)
  const rights = boxes.map(([, , right]) => right)
  const bearings = rights.map((right, k) => (advances[k] ?? 0) - right)
  const mostPoints = Math.max(...contours.map((each) => each.flat().length))
  const mostContours = Math.max(...contours.map(({ length }) => length))
  let end = 0
  const offsets = [0, ...outlines.map(({ length }) => (end += length))]
  const least = [Math.min(...lefts), Math.min(...bearings)]
  const extremes = [Math.max(...advances), ...least, Math.max(...rights)]
  const lines = [face.ascent, face.descent, 0]
  return fontOf([
    ['glyf', concatBytes(outlines)],
    ['head', words([...HEAD, face.unitsPerEm, ...zeros(8), ...face.box, 0, 0, 2, 1, 0])],
    ['hhea', words([1, 0, ...lines, ...extremes, 1, ...zeros(7), glyphs.length])],
    ['hmtx', words(advances.flatMap((advance, k) => [advance, lefts[k] ?? 0]))],
    ['loca', words(offsets.flatMap((offset) => [offset >>> 16, offset]))],
    ['maxp', words([1, 0, glyphs.length, mostPoints, mostContours, 0, 0, 2, ...zeros(8)])],
  ])
}

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0)
}

/** Returns the box of points; zeros if there are none. */
function boxOf(points: readonly OutlinePoint[]): Box {
  if (points.length === 0) return [0, 0, 0, 0]
  const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)]
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)]
}

/** Returns a simple glyph at a length of whole words of 32 bits; empty if it draws nothing. */
function outlineOf(contours: Glyph['contours'], box: readonly number[]): Uint8Array {
  if (contours.length === 0) return new Uint8Array()
  let last = -1
  const ends = contours.map(({ length }) => (last += length))
  const points = contours.flat()
  const bytes = concatBytes([
    words([contours.length, ...box, ...ends, 0]),
    Uint8Array.from(points, ({ isOn }) => Number(isOn)),
    words(points.map(({ x }, k) => x - (points[k - 1]?.x ?? 0))),
    words(points.map(({ y }, k) => y - (points[k - 1]?.y ?? 0))),
  ])
  return padded(bytes)
}

/** Returns the file of a font. The tables are in the order of their tags. */
function fontOf(
  tables: readonly (readonly [tag: string, table: Uint8Array])[],
): Uint8Array<ArrayBuffer> {
  const exponent = Math.floor(Math.log2(tables.length))
  const size = 16 * 2 ** exponent
  let start = 12 + 16 * tables.length
  const directory = [1, 0, tables.length, size, exponent, 16 * tables.length - size]
  for (const [tag, table] of tables) {
    const sum = checksum(padded(table))
    const [a = 0, b = 0, c = 0, d = 0] = Array.from(tag, (letter) => letter.charCodeAt(0))
    directory.push((a << 8) | b, (c << 8) | d)
    directory.push(...[sum, start, table.length].flatMap((value) => [value >>> 16, value]))
    start += padded(table).length
  }
  return concatBytes([words(directory), ...tables.map(([, table]) => padded(table))])
}

function padded(bytes: Uint8Array): Uint8Array {
  return concatBytes([bytes, new Uint8Array(-bytes.length & 3)])
}

/** Returns the sum of a table's 32-bit words. */
function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

/** Returns the lower 16 bits of each number, higher byte first. */
function words(values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value >> 8, value]))
}
