import { format, precisionFixed } from 'd3-format'

export interface Tick {
  readonly value: number
  /** Rounded for people: U+2212 minus, a plus sign where the ticks span both signs. */
  readonly text: string
}

/** Multiples that count as round, best first. */
const ROUND = [1, 2, 5, 2.5, 4, 3, 1.5, 6, 8]
const MIN_COUNT = 5
const MAX_COUNT = 7

/**
 * 5 to 7 round ticks inside [low, high] (CSS pixels do not matter: the color bar is never lower than they need).
 * Fewer where the interval holds fewer numbers, as for neighbours in floating point.
 */
export function ticksOf(low: number, high: number): readonly Tick[] {
  const step = tickStep(low, high)
  if (step === undefined)
    return [...new Set([low, high])].map((value) => tick(value, undefined, low < 0))
  const first = Math.ceil(low / step - SLACK)
  const last = Math.floor(high / step + SLACK)
  const hasBothSigns = first < 0 && last > 0
  return Array.from({ length: last - first + 1 }, (_, k) =>
    tick((first + k) * step, step, hasBothSigns),
  )
}

/** Rounding of low / step must not lose a tick that lies on the very end. */
const SLACK = 1e-9

function tickStep(low: number, high: number): number | undefined {
  const span = high - low
  if (!(span > 0) || !Number.isFinite(span)) return undefined
  const power = Math.floor(Math.log10(span))
  for (const multiple of ROUND) {
    for (const exponent of [power - 1, power, power - 2]) {
      const step = Number(`${multiple}e${exponent}`)
      const count = Math.floor(high / step + SLACK) - Math.ceil(low / step - SLACK) + 1
      if (step > 0 && count >= MIN_COUNT && count <= MAX_COUNT) return step
    }
  }
  return undefined
}

function tick(value: number, step: number | undefined, hasSign: boolean): Tick {
  if (value === 0) return { value: 0, text: '0' }
  const sign = hasSign ? '+' : ''
  if (step === undefined) return { value, text: format(`${sign}.6~g`)(value) }
  const isPlain = Math.abs(value) < 1e5 && step >= 1e-4
  const specifier = isPlain ? `${sign},.${precisionFixed(step) + extraDigit(step)}f` : `${sign}.4~e`
  return { value: Number(value.toPrecision(12)), text: format(specifier)(value) }
}

/** Steps such as 0.25 need a digit more than their power of ten. */
function extraDigit(step: number): number {
  const mantissa = Number(step.toExponential().split('e')[0])
  return Number.isInteger(mantissa) ? 0 : step < 10 ? 1 : 0
}
