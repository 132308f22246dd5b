import { least, tickStep } from 'd3-array'
import { format, precisionFixed } from 'd3-format'
import { scaleLinear } from 'd3-scale'

export interface Tick {
  readonly value: number
  /** Rounded for people: U+2212 minus, a plus sign where the ticks span both signs. */
  readonly text: string
}

const BEST_COUNT = 6
const LEAST_COUNT = 3
const MOST_COUNT = 9
const LEAST_SPAN = 1e-300
/** D3 takes a count as a hint: among the answers to these the best one is found. */
const HINTS = [6, 5, 7, 4, 8, 3, 9, 2, 10]

/**
 * Returns round ticks inside [low, high], least first, no two with the same text: as near to 6 as there are, from 3 to 9.
 * Between neighbours in floating point, which have fewer, the ends with their exact texts; one where they are equal.
 */
export function ticksOf(low: number, high: number): readonly Tick[] {
  // D3 makes arrays of impossible lengths where its steps would not be normal numbers.
  if (!(high - low > LEAST_SPAN && high - low < Infinity)) return endTicks(low, high)
  const scale = scaleLinear([low, high], [0, 1])
  const counted = HINTS.map((hint) => ({ hint, values: scale.ticks(hint) })).filter(
    ({ values }) => values.length >= LEAST_COUNT && values.length <= MOST_COUNT,
  )
  const best = least(counted, ({ values }) => Math.abs(values.length - BEST_COUNT))
  if (best === undefined) return endTicks(low, high)
  const texts = textsOf(best.values, tickStep(low, high, best.hint))
  if (new Set(texts).size < texts.length) return endTicks(low, high)
  return best.values.map((value, index) => ({ value, text: texts[index] ?? '' }))
}

/** Digits that a plain number may have before it is written with an exponent. */
const MAX_WHOLE_DIGITS = 6
const MAX_DIGITS = 8

/** All in one notation, with the digits that tell them apart. */
function textsOf(values: readonly number[], step: number): readonly string[] {
  const largest = Math.max(...values.map(Math.abs))
  const wholeDigits = Math.max(exponentOf(largest), 0) + 1
  const decimals = precisionFixed(step)
  const isPlain = wholeDigits <= MAX_WHOLE_DIGITS && wholeDigits + decimals <= MAX_DIGITS
  const sign = values.some((value) => value < 0) && values.some((value) => value > 0) ? '+' : ''
  const precision = Math.max(exponentOf(largest) - exponentOf(step), 0)
  const textOf = format(isPlain ? `${sign},.${decimals}f` : `${sign}.${precision}~e`)
  return values.map((value) => (value === 0 ? '0' : withMinus(textOf(value))))
}

/** The power of ten of a number's first digit; exact, as a logarithm is not. */
function exponentOf(number: number): number {
  return Number(number.toExponential().split('e')[1])
}

/** Both ends with their exact texts. */
export function endTicks(low: number, high: number): readonly Tick[] {
  return [...new Set([low, high])].map((value) => {
    return { value, text: withMinus(String(value)) }
  })
}

/** In an exponent d3-format writes a hyphen. */
function withMinus(text: string): string {
  return text.replaceAll('-', '−')
}
