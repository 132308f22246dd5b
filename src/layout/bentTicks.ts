import { format } from 'd3-format'
import { endTicks, type Tick } from './ticks'

/** Parts of the bar that ticks are sought at the ends of. */
const PART_COUNT = 6
/** How far from there a tick may be, as a share of a part: then no two come close. */
const SLACK = 0.2
const MAX_DIGITS = 6

/**
 * Ticks for a scale that is not in proportion: near each end of six equal parts of the bar the value of fewest digits, 0
 * before all others. Where no short number is near, there is no tick; where there would be one at most, both ends have one.
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
    return [{ value, text: text.replaceAll('-', '−') }]
  })
  return ticks.length > 1 ? ticks : endTicks(low, high)
}

function candidates(exact: number): readonly number[] {
  return [0, ...Array.from({ length: MAX_DIGITS }, (_, k) => Number(exact.toPrecision(k + 1)))]
}

/** The value at a share of the bar, by halving. */
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
