import { NumberCoder } from '../../codec/NumberCoder'
import { type Glyph, type GlyphPart, type OutlinePoint, type Typeface } from './Typeface'

/** Kinds of numbers. */
const HEAD = 0
const CODE = 1
const INDEX = 2
const ADVANCE = 3
const PARTS = 4
const PART = 5
const RIGHT = 6
const UP = 7
const CONTOURS = 8
const LENGTH = 9
const ON = 10
const X = 11
const Y = 12

/** Stands for a number of another glyph if there is no such glyph. */
const NONE = 99_999
const NO_PART: GlyphPart = { glyph: NONE, x: NONE, y: NONE }
const NO_GLYPH: Glyph = { advance: NONE, contours: [], parts: [] }

/**
 * Returns faces as few bytes: a quarter less than deflate makes of their numbers. Points are predicted from the points
 * before them, and from the same character in faces before.
 */
export function packTypefaces(faces: readonly Typeface[]): Uint8Array {
  const coder = new NumberCoder()
  codeFaces(coder, faces)
  return coder.finish()
}

/** Returns the faces that `packTypefaces` packed. */
export function unpackTypefaces(bytes: Uint8Array): Typeface[] {
  return codeFaces(new NumberCoder(bytes))
}

/** Codes faces and returns them. Without faces, as in all functions below, returns those that the coder holds. */
function codeFaces(coder: NumberCoder, faces?: readonly Typeface[]): Typeface[] {
  const coded: Typeface[] = []
  const count = coder.code(HEAD, [0], faces?.length)
  for (let k = 0; k < count; k++) coded.push(codeFace(coder, coded, faces?.[k]))
  return coded
}

function codeFace(coder: NumberCoder, others: readonly Typeface[], face?: Typeface): Typeface {
  const head = (place: number, value?: number): number => coder.code(HEAD, [place], value)
  const unitsPerEm = head(1, face?.unitsPerEm)
  const ascent = head(2, face?.ascent)
  const descent = head(3, face?.descent)
  const box = [0, 1, 2, 3].map((k) => head(4 + k, face?.box[k]))
  const characters = codeCharacters(coder, head(8, face?.characters.size), face?.characters)
  const codes = new Map(Array.from(characters, ([code, index]) => [index, code]))
  const glyphs: Glyph[] = []
  const count = head(9, face?.glyphs.length)
  for (let k = 0; k < count; k++) {
    const likes = others.toReversed().flatMap(({ characters: known, glyphs: all }) => {
      return all[known.get(codes.get(k) ?? -1) ?? -1] ?? []
    })
    glyphs.push(codeGlyph(coder, likes, glyphs[k - 1]?.advance ?? 0, face?.glyphs[k]))
  }
  return { unitsPerEm, ascent, descent, box, characters, glyphs }
}

function codeCharacters(
  coder: NumberCoder,
  count: number,
  characters?: Typeface['characters'],
): Map<number, number> {
  const entries = characters === undefined ? [] : Array.from(characters)
  const coded = new Map<number, number>()
  let [code, index] = [0, 0]
  for (let k = 0; k < count; k++) {
    const [nextCode = 0, nextIndex = 0] = entries[k] ?? []
    code += coder.code(CODE, [0], nextCode - code)
    index += coder.code(INDEX, [0], nextIndex - index)
    coded.set(code, index)
  }
  return coded
}

/** Codes a glyph, which may be like those of the same character in other faces. */
function codeGlyph(
  coder: NumberCoder,
  likes: readonly Glyph[],
  lastAdvance: number,
  glyph?: Glyph,
): Glyph {
  const [like = NO_GLYPH] = likes
  const advance = coder.code(ADVANCE, [mix(1, lastAdvance), mix(2, like.advance)], glyph?.advance)
  const parts: GlyphPart[] = []
  const partCount = coder.code(PARTS, [like.parts.length], glyph?.parts.length)
  for (let k = 0; k < partCount; k++) {
    parts.push(codePart(coder, [k, parts[0]?.glyph ?? NONE], like.parts[k], glyph?.parts[k]))
  }
  const count = coder.code(CONTOURS, [like.contours.length], glyph?.contours.length)
  const lengths = codeLengths(coder, count, like.contours, glyph?.contours)
  const same = likes.find(({ contours }) => {
    return contours.length === count && contours.every((points, k) => points.length === lengths[k])
  })
  const points = new PointCoder(coder, stepsOf(same), glyph?.contours.flat())
  const contours = lengths.map((length) => points.codeContour(length))
  return { advance, contours, parts }
}

function codePart(
  coder: NumberCoder,
  [k = 0, first = NONE]: readonly number[],
  like: GlyphPart = NO_PART,
  part?: GlyphPart,
): GlyphPart {
  const glyph = coder.code(PART, [k, mix(k, like.glyph)], part?.glyph)
  const x = coder.code(RIGHT, [mix(glyph, k), mix(k, like.x), mix(glyph, first, k)], part?.x)
  const y = coder.code(UP, [mix(glyph, 1), mix(k, like.y), mix(x, k)], part?.y)
  return { glyph, x, y }
}

function codeLengths(
  coder: NumberCoder,
  count: number,
  likes: Glyph['contours'],
  contours: Glyph['contours'] = [],
): number[] {
  const coded: number[] = []
  for (let k = 0; k < count; k++) {
    const like = likes[k]?.length ?? NONE
    coded.push(coder.code(LENGTH, [k, mix(k, like)], contours[k]?.length))
  }
  return coded
}

/** Whether a point is on the outline (1 or 0), and how far it is from the point before. */
type Step = readonly [isOn: number, x: number, y: number]

const NO_STEP: Step = [2, NONE, NONE]

function stepsOf(glyph: Glyph = NO_GLYPH): Step[] {
  const points = glyph.contours.flat()
  return points.map(({ isOn, x, y }, k) => {
    return [Number(isOn), x - (points[k - 1]?.x ?? 0), y - (points[k - 1]?.y ?? 0)]
  })
}

/** Codes the points of a glyph one after the other. */
class PointCoder {
  private readonly coder: NumberCoder
  private readonly likes: readonly Step[]
  private readonly points: readonly OutlinePoint[]
  private count = 0
  private last: OutlinePoint = { isOn: true, x: 0, y: 0 }
  /** By how much the last step differs from that of the glyph that is alike. */
  private differences: readonly [x: number, y: number] = [0, 0]

  constructor(coder: NumberCoder, likes: readonly Step[], points: readonly OutlinePoint[] = []) {
    this.coder = coder
    this.likes = likes
    this.points = points
  }

  codeContour(length: number): OutlinePoint[] {
    const coded: OutlinePoint[] = []
    let [x, y, x1, y1, x2, y2] = [0, 0, 0, 0, 0, 0]
    /** Whether each of the last points was on the outline, one bit each. */
    let flags = 7
    for (let left = length; left > 0; left--) {
      ;[x2, y2, x1, y1] = [x1, y1, x, y]
      const like = this.likes[this.count] ?? NO_STEP
      const isOn = this.codeFlag(flags, like, [x1, y1, left])
      flags = (flags << 1) | isOn
      const state = (flags & 7) | (left === length ? 8 : 0)
      x = this.codeX(state, like, [x1, y1, x2, y2])
      y = this.codeY(state, like, [x, x1, y1, y2])
      this.last = { isOn: isOn === 1, x: this.last.x + x, y: this.last.y + y }
      this.differences = [x - like[1], y - like[2]]
      this.count++
      coded.push(this.last)
    }
    return coded
  }

  private codeFlag(flags: number, [like]: Step, [x1, y1, left]: Triple): number {
    const [after] = this.likes[this.count + 1] ?? NO_STEP
    const contexts = [
      mix(flags & 1, like, after),
      mix(flags & 3, Math.sign(x1), Math.sign(y1)),
      mix(flags & 7, x1, y1),
      mix(flags & 3, left),
    ]
    return this.coder.code(ON, contexts, Number(this.points[this.count]?.isOn ?? false))
  }

  private codeX(state: number, [, likeX, likeY]: Step, [x1, y1, x2, y2]: Four): number {
    const contexts = [
      mix(state, Math.sign(x1), Math.sign(y1)),
      mix(state, this.last.x),
      mix(state, scale(x1), scale(y1)),
      mix(state, scale(x1), scale(y1), scale(x2), scale(y2)),
      mix(state, x1, y1),
      mix(state, likeX),
      mix(likeX, likeY, this.differences[0], scale(x1)),
    ]
    return this.coder.code(X, contexts, (this.points[this.count]?.x ?? 0) - this.last.x)
  }

  private codeY(state: number, [, likeX, likeY]: Step, [x, x1, y1, y2]: Four): number {
    const contexts = [
      mix(state, Math.sign(x), Math.sign(y1)),
      mix(state, this.last.y, Math.sign(y1)),
      mix(state, scale(x), scale(x1), scale(y1)),
      mix(state, scale(x), scale(y1), Math.sign(x1), Math.sign(y2)),
      mix(state, x, y1),
      mix(state, likeY),
      mix(likeX, likeY, this.differences[1], x - likeX),
    ]
    return this.coder.code(Y, contexts, (this.points[this.count]?.y ?? 0) - this.last.y)
  }
}

type Triple = readonly [number, number, number]
type Four = readonly [number, number, number, number]

/** Returns the number of binary digits of a step, with its sign. */
function scale(step: number): number {
  return Math.sign(step) * (32 - Math.clz32(Math.abs(step)))
}

/** Returns a context that is made of several numbers. */
function mix(...numbers: readonly number[]): number {
  let hash = 0
  for (const each of numbers) hash = Math.imul((hash ^ (hash >>> 15)) + each, 0x2f0b_4c47)
  return hash
}
