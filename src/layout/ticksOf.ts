import { least, tickStep } from 'd3-array'
import { format, precisionFixed } from 'd3-format'
import { scaleLinear } from 'd3-scale'
import { withMinus } from '../text/rounded'

/** A value marked on an axis. */
export interface Tick {
  readonly value: number
  /** The rounded value, with U+2212 as minus, and with a plus sign if the ticks span both signs. */
  readonly text: string
}

const BEST_COUNT = 6
const LEAST_COUNT = 3
const MOST_COUNT = 9
const LEAST_SPAN = 1e-300
/** Counts to ask D3 for, which takes a count as a hint only: the best of its answers is used. */
const HINTS = [6, 5, 7, 4, 8, 3, 9, 2, 10]

/**
 * Returns round ticks inside [low, high], least first, with distinct texts. Their number is as near to 6 as possible,
 * from 3 to 9. If there are no such ticks, as between neighbours in floating point, returns the two ends with their
 * exact texts, or one if they are equal.
 */
export function ticksOf(low: number, high: number): readonly Tick[] {
  // D3 throws for a step that is not a normal number, since its array would be too long.
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

/** Most digits of a number without an exponent: before the decimal point, and in all. */
const MAX_WHOLE_DIGITS = 6
const MAX_PLAIN_DIGITS = 8

/** Returns the texts of ticks in one notation, with enough digits to distinguish them. */
function textsOf(values: readonly number[], step: number): readonly string[] {
  const largest = Math.max(...values.map(Math.abs))
  const wholeDigits = Math.max(exponentOf(largest), 0) + 1
  const decimals = precisionFixed(step)
  const isPlain = wholeDigits <= MAX_WHOLE_DIGITS && wholeDigits + decimals <= MAX_PLAIN_DIGITS
  const sign = values.some((value) => value < 0) && values.some((value) => value > 0) ? '+' : ''
  const precision = Math.max(exponentOf(largest) - exponentOf(step), 0)
  const textOf = format(isPlain ? `${sign},.${decimals}f` : `${sign}.${precision}~e`)
  return values.map((value) => (value === 0 ? '0' : withMinus(textOf(value))))
}

/** Returns the power of ten of a number's first digit. A logarithm would not be exact. */
function exponentOf(number: number): number {
  return Number(number.toExponential().split('e')[1])
}

/** Returns both ends with their exact texts. */
function endTicks(low: number, high: number): readonly Tick[] {
  return [...new Set([low, high])].map((value) => {
    return { value, text: withMinus(String(value)) }
  })
}

/** Number of equal parts of the bar, near whose ends ticks are sought. */
const PART_COUNT = 6
/** Largest distance of a tick from an end of a part, as a share of the part: no two ticks come close. */
const SLACK = 0.2
/** Most significant digits of a tick. */
const MAX_DIGITS = 6

/**
 * Returns the ticks of a scale that is not proportional: near each end of six equal parts of the bar, 0 or else the
 * value with the fewest digits. An end without a short number near it has no tick. If there would be fewer than two
 * ticks, returns the ends of the scale.
 */
export function bentTicks(
  low: number,
  high: number,
  shareOf: (value: number) => number,
): readonly Tick[] {
  const values = Array.from({ length: PART_COUNT + 1 }, (_, part) => {
    const share = part / PART_COUNT
    const exact = valueAt(share, [low, high], shareOf)
    return candidates(exact).find((value) => {
      return value >= low && value <= high && Math.abs(shareOf(value) - share) * PART_COUNT <= SLACK
    })
  })
  const sign = low < 0 && high > 0 ? '+' : ''
  const ticks = [...new Set(values)].flatMap((value) => {
    if (value === undefined) return []
    const text = value === 0 ? '0' : format(`${sign}.${MAX_DIGITS}~g`)(value)
    return [{ value, text: withMinus(text) }]
  })
  return ticks.length > 1 ? ticks : endTicks(low, high)
}

/** Returns 0, then the value rounded to 1, 2, 3 … digits. */
function candidates(exact: number): readonly number[] {
  return [0, ...Array.from({ length: MAX_DIGITS }, (_, k) => Number(exact.toPrecision(k + 1)))]
}

/** Returns the value at a share of the bar, by bisection. */
function valueAt(
  share: number,
  [first, last]: readonly [low: number, high: number],
  shareOf: (value: number) => number,
): number {
  if (share === 0) return first
  let low = first
  let high = last
  for (let k = 0; k < 100; k++) {
    const middle = low / 2 + high / 2
    if (shareOf(middle) < share) low = middle
    else high = middle
  }
  return high
}
