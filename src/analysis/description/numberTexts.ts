import { least } from 'd3-array'
import { exactText } from '../../tensor/exactText'
import { withMinus } from '../../text/rounded'

/** Number of digits of the largest difference between the numbers of a sentence. */
const DIGITS = 4
/** Number of digits that read back to the same decimal through a double, nearly always; more would be invented. */
const MOST_DIGITS = 16
/** Numbers that differ by less than this share of the largest are equal: their difference is a rounding error. */
const TIE = 2 ** -48
/** Powers of ten of the largest number, inclusive, that are written without an exponent. */
const LEAST_PLAIN = -6
const MOST_PLAIN = 14

interface NumberOptions {
  /** Numbers from which all others are kept apart, if need be by more digits; default 0 alone. */
  readonly apart?: readonly number[]
  /** The difference up to which computed numbers are equal; default a rounding error of the largest number. */
  readonly rounding?: number
}

/** Writes a number that belongs to a sentence. */
export type NumberText = (value: number) => string

/**
 * Returns a function that writes the numbers of one sentence, all with the same number of decimals: four digits of the
 * largest difference between them, or as many as it takes to write no two different ones alike, and none as a number of
 * `apart` that it is not. Zeros at the end are left out if they stand for no rounding, and shared by all. A computed
 * number that differs from another one, or from 0, by a rounding error only is written like it. The minus is U+2212.
 */
export function numberTexts(
  values: readonly number[],
  computed: readonly number[] = [],
  { apart = [0], rounding = 0 }: NumberOptions = {},
): NumberText {
  const tolerance = Math.max(rounding, magnitudeOf(values.concat(computed)) * TIE)
  const written = writtenInstead(values, computed, tolerance)
  const distinct = [...new Set(written.values())]
  const exponent = exponentOf(magnitudeOf(distinct))
  const isPlain = exponent === -Infinity || (exponent >= LEAST_PLAIN && exponent <= MOST_PLAIN)
  const shift = isPlain ? 0 : exponent
  const decimals = decimalsOf(distinct, apart, { exponent, shift, tolerance })
  return (given) => {
    const value = written.get(given) ?? given
    return withMinus(decimals === undefined ? exactText(value + 0) : fixed(value, decimals, shift))
  }
}

/** Returns a function that writes each number with all its digits, as `exactText` does, but with U+2212 as minus. */
export function exactTexts(isFloat32: boolean): NumberText {
  return (value) => withMinus(exactText(value, isFloat32 && Math.fround(value) === value))
}

/** Returns, by number, the one that is written: of computed numbers the nearest that a rounding error may part them from. */
function writtenInstead(
  values: readonly number[],
  computed: readonly number[],
  tolerance: number,
): ReadonlyMap<number, number> {
  const written = new Map(values.map((value) => [value, value + 0]))
  const known = [0, ...values]
  for (const value of computed) {
    const near = known.filter((other) => Math.abs(other - value) <= tolerance)
    const nearest = least(near, (other) => Math.abs(other - value)) ?? value
    if (!written.has(value)) written.set(value, nearest)
    known.push(nearest)
  }
  return written
}

interface Scale {
  /** The power of ten of the largest number, and that of the exponent that all share. */
  readonly exponent: number
  readonly shift: number
  readonly tolerance: number
}

/** Returns the number of decimals, or undefined if no number of digits tells the values apart. */
function decimalsOf(
  distinct: readonly number[],
  apart: readonly number[],
  { exponent, shift, tolerance }: Scale,
): number | undefined {
  // All are 0.
  if (exponent === -Infinity) return 0
  const most = MOST_DIGITS - 1 - exponent + shift
  const first = DIGITS - 1 - exponentOf(rangeOf(distinct)) + shift
  for (let decimals = Math.max(0, Math.min(first, most)); decimals <= most; decimals++) {
    const texts = distinct.map((value) => fixed(value, decimals, shift))
    const areApart = texts.every((text, k) => {
      return !apart.includes(Number(text)) || apart.includes(distinct[k] ?? NaN)
    })
    if (!areApart || new Set(texts).size < texts.length) continue
    const areExact = texts.every(
      (text, k) => Math.abs(Number(text) - (distinct[k] ?? NaN)) <= tolerance,
    )
    return areExact ? decimals - sharedZeros(texts) : decimals
  }
  return undefined
}

function magnitudeOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}

/** Returns the largest difference, or the magnitude of an only value. */
function rangeOf(distinct: readonly number[]): number {
  const [only = 0] = distinct
  if (distinct.length === 1) return Math.abs(only)
  // Halving first keeps the difference of two huge values from overflowing.
  const half = Math.max(...distinct) / 2 - Math.min(...distinct) / 2
  return Math.min(half, Number.MAX_VALUE / 2) * 2
}

/** Returns the number of zeros at the end of the decimals that all texts share. */
function sharedZeros(texts: readonly string[]): number {
  return Math.min(
    ...texts
      .filter((text) => text !== '0')
      .map((text) => /\.\d*?(0*)(?:e|$)/.exec(text)?.[1]?.length ?? 0),
  )
}

/** Returns a number with fixed decimals, 0 without any; with an exponent if `shift` is not 0. */
function fixed(value: number, decimals: number, shift: number): string {
  if (value === 0) return '0'
  if (shift === 0) return value.toFixed(decimals)
  return `${movedBy(value, -shift).toFixed(decimals)}e${shift < 0 ? '' : '+'}${shift}`
}

/** Returns a number times a power of ten. */
function movedBy(value: number, shift: number): number {
  const [mantissa, exponent] = value.toExponential().split('e')
  return Number(`${mantissa}e${Number(exponent) + shift}`)
}

/** Returns the power of ten of a number's first digit; exact, as a logarithm is not. −Infinity for 0. */
function exponentOf(number: number): number {
  return number === 0 ? -Infinity : Number(number.toExponential().split('e')[1])
}
