import { type GlyphPart, type OutlinePoint, type Typeface } from './Typeface'

/** Bytes from here on begin a number of two bytes; the last one begins a number of four. */
const TWO_BYTES = 0xf0
const FOUR_BYTES = 0xff

/**
 * Returns faces as numbers in columns: all x in a row, all y in a row and so on, each as the step from the one before.
 * Deflate makes a third less of that than of TrueType tables.
 */
export function packTypefaces(faces: readonly Typeface[]): Uint8Array {
  const glyphs = faces.flatMap((face) => face.glyphs)
  const contours = glyphs.flatMap((glyph) => glyph.contours)
  const points = contours.flat()
  const parts = glyphs.flatMap((glyph) => glyph.parts)
  const characters = faces.flatMap((face) => Array.from(face.characters))
  const numbers = [
    faces.length,
    ...faces.flatMap(({ unitsPerEm, ascent, descent, box, ...face }) => {
      return [unitsPerEm, ascent, descent, ...box, face.characters.size, face.glyphs.length]
    }),
    ...steps(characters.map(([code]) => code)),
    ...steps(characters.map(([, index]) => index)),
    ...steps(glyphs.map(({ advance }) => advance)),
    ...glyphs.map((glyph) => glyph.contours.length),
    ...contours.map(({ length }) => length),
    ...points.map(({ isOn }) => Number(isOn)),
    ...steps(points.map(({ x }) => x)),
    ...steps(points.map(({ y }) => y)),
    ...glyphs.map((glyph) => glyph.parts.length),
    ...steps(parts.map(({ glyph }) => glyph)),
    ...parts.map(({ x }) => x),
    ...parts.map(({ y }) => y),
  ]
  return Uint8Array.from(numbers.flatMap(bytesOf))
}

/** Returns the faces that `packTypefaces` packed. */
export function unpackTypefaces(bytes: Uint8Array): Typeface[] {
  const next = numbersOf(bytes)
  const list = (count: number): number[] => Array.from({ length: count }, next)
  const sums = (count: number): number[] => {
    let sum = 0
    return list(count).map((step) => (sum += step))
  }
  const heads = Array.from({ length: next() }, () => list(9))
  const characterCounts = heads.map((head) => head[7] ?? 0)
  const glyphCounts = heads.map((head) => head[8] ?? 0)
  const [characterCount, glyphCount] = [total(characterCounts), total(glyphCounts)]
  const codes = sums(characterCount)
  const indices = sums(characterCount)
  const advances = sums(glyphCount)
  const contourCounts = list(glyphCount)
  const pointCounts = list(total(contourCounts))
  const isOn = list(total(pointCounts))
  const [x, y] = [sums(isOn.length), sums(isOn.length)]
  const points = isOn.map((each, k): OutlinePoint => {
    return { isOn: each === 1, x: x[k] ?? 0, y: y[k] ?? 0 }
  })
  const contours = grouped(grouped(points, pointCounts), contourCounts)
  const partCounts = list(glyphCount)
  const glyph = sums(total(partCounts))
  const [right, up] = [list(glyph.length), list(glyph.length)]
  const parts = glyph.map((each, k): GlyphPart => {
    return { glyph: each, x: right[k] ?? 0, y: up[k] ?? 0 }
  })
  const partsOf = grouped(parts, partCounts)
  const glyphs = advances.map((advance, k) => {
    return { advance, contours: contours[k] ?? [], parts: partsOf[k] ?? [] }
  })
  const glyphsOf = grouped(glyphs, glyphCounts)
  const charactersOf = grouped(
    codes.map((code, k): [number, number] => [code, indices[k] ?? 0]),
    characterCounts,
  )
  return heads.map(([unitsPerEm = 0, ascent = 0, descent = 0, ...rest], k) => {
    const [characters, box] = [new Map(charactersOf[k]), rest.slice(0, 4)]
    return { unitsPerEm, ascent, descent, box, characters, glyphs: glyphsOf[k] ?? [] }
  })
}

function steps(values: readonly number[]): number[] {
  return values.map((value, k) => value - (values[k - 1] ?? 0))
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Returns the items in groups of these sizes, one after the other. */
function grouped<Item>(items: readonly Item[], counts: readonly number[]): Item[][] {
  let end = 0
  return counts.map((count) => items.slice(end, (end += count)))
}

/** Returns an integer between -2^23 and 2^23 as one, two or four bytes: the smaller, the fewer. */
function bytesOf(value: number): number[] {
  const zigzag = value < 0 ? -2 * value - 1 : 2 * value
  if (zigzag < TWO_BYTES) return [zigzag]
  if (zigzag < (FOUR_BYTES - TWO_BYTES) << 8) return [TWO_BYTES | (zigzag >> 8), zigzag & 0xff]
  return [FOUR_BYTES, zigzag >> 16, (zigzag >> 8) & 0xff, zigzag & 0xff]
}

/** Returns a function that returns the next number at each call; 0 after the last one. */
function numbersOf(bytes: Uint8Array): () => number {
  let at = 0
  const byte = (): number => bytes[at++] ?? 0
  return () => {
    const first = byte()
    let zigzag = first
    if (first === FOUR_BYTES) zigzag = (byte() << 16) | (byte() << 8) | byte()
    else if (first >= TWO_BYTES) zigzag = ((first - TWO_BYTES) << 8) | byte()
    return zigzag & 1 ? -(zigzag + 1) / 2 : zigzag / 2
  }
}
