import { format } from 'd3-format'
import { ticksOf } from './ticks'

/** Beyond so many decimals, or as many zeros, numbers have an exponent. */
const MOST_DECIMALS = 8

/**
 * Writes values into cells, rounded: so many digits from the first that the color bar's ticks tell apart. With ticks at
 * 0.02 two digits are 0.028 or 0.912, with ticks at 0.5 they are 0.93. NaN has no text.
 */
export function valueFormat(
  { low, high }: { readonly low: number; readonly high: number },
  digits: number,
): (value: number) => string {
  const [first, second] = ticksOf(low, high)
  const step = (second?.value ?? high) - (first?.value ?? low)
  // A step of 0.01 may come out a little below it.
  const decimals = digits - 1 - Math.floor(Math.log10(step * 1.001))
  const isPlain = Math.abs(decimals) <= MOST_DECIMALS
  const textOf = format(isPlain ? `.${Math.max(0, decimals)}f` : `.${digits - 1}e`)
  return (value) => {
    if (Number.isNaN(value)) return ''
    if (Number.isFinite(value)) return textOf(value).replaceAll('-', '−')
    return value > 0 ? '∞' : '−∞'
  }
}
