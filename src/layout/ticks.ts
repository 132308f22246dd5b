import { format } from 'd3-format'

export interface Tick {
  readonly value: number
  /** Rounded for people: U+2212 minus, a plus sign where the ticks span both signs. */
  readonly text: string
}

/** Multiples of a power of ten that count as round, best first. */
const ROUND = [1, 2, 5, 2.5, 4, 3, 1.5, 6, 8]
const MIN_COUNT = 5
const MAX_COUNT = 7

/**
 * 5 to 7 round ticks inside [low, high], least first, no two with the same text. Where the interval holds fewer round
 * numbers, as between neighbours in floating point, its two ends with their exact texts; one where they are equal.
 */
export function ticksOf(low: number, high: number): readonly Tick[] {
  return roundTicks(low, high) ?? endTicks(low, high)
}

function roundTicks(low: number, high: number): readonly Tick[] | undefined {
  // Halved first: the difference of two huge ends overflows.
  const half = high / 2 - low / 2
  if (!(half > 0) || !Number.isFinite(half)) return undefined
  const power = Math.floor(Math.log10(half) + Math.log10(2))
  for (const multiple of ROUND) {
    for (const exponent of [power - 1, power, power - 2]) {
      const values = valuesInside(low, high, { multiple, exponent })
      if (values.length < MIN_COUNT || values.length > MAX_COUNT) continue
      const texts = textsOf(values, { multiple, exponent })
      if (new Set(texts).size < values.length) continue
      return values.map((value, index) => ({ value, text: texts[index] ?? '' }))
    }
  }
  return undefined
}

/** A step as a decimal, so that its multiples are exact decimals too: 3 × 0.1 is 0.3. */
interface Step {
  readonly multiple: number
  readonly exponent: number
}

/** The multiples of a step in [low, high], increasing; none where there are far too many. */
function valuesInside(low: number, high: number, { multiple, exponent }: Step): readonly number[] {
  const step = Number(`${multiple}e${exponent}`)
  const first = Math.floor(low / step)
  const count = Math.ceil(high / step) - first + 1
  if (!(count <= MAX_COUNT + 2)) return []
  const values = Array.from({ length: count }, (_, k) =>
    Number(`${(first + k) * multiple}e${exponent}`),
  ).filter((value) => value >= low && value <= high)
  return values.filter((value, index) => index === 0 || value > (values[index - 1] ?? value))
}

/** Digits that a plain number may have before it is written with an exponent. */
const MAX_WHOLE_DIGITS = 6
const MAX_DIGITS = 8

/** All in one notation, with the digits that tell them apart. */
function textsOf(values: readonly number[], { multiple, exponent }: Step): readonly string[] {
  const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0)
  const magnitude = Math.floor(Math.log10(largest))
  const lastDigit = exponent - (Number.isInteger(multiple) ? 0 : 1)
  const wholeDigits = Math.max(magnitude, 0) + 1
  const decimals = Math.max(-lastDigit, 0)
  const isPlain = wholeDigits <= MAX_WHOLE_DIGITS && wholeDigits + decimals <= MAX_DIGITS
  const precision = Math.max(magnitude - lastDigit, 0)
  const sign = values.some((value) => value < 0) && values.some((value) => value > 0) ? '+' : ''
  const textOf = format(isPlain ? `${sign},.${decimals}f` : `${sign}.${precision}~e`)
  return values.map((value) => (value === 0 ? '0' : withMinus(textOf(value))))
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
