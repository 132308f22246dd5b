import { AXIS_TITLE, lineHeight, TICK } from './metrics'
import { type Rect } from './Rect'
import { shorten, widthOf } from './shorten'
import { ticksOf } from './ticks'

export interface ColorBarTick {
  readonly y: number
  readonly text: string
}

/** The drawn ramp: low end at the bottom. All in CSS pixels of the figure. */
export interface ColorBarLayout {
  readonly rect: Rect
  readonly ticks: readonly ColorBarTick[]
  readonly tickTextX: number
  readonly title: { readonly x: number; readonly y: number; readonly text: string }
}

const BAR_WIDTH = 14
const TICK_LENGTH = 4
const TEXT_GAP = 4
const TITLE_GAP = 8

/** Width that the color bar needs, from its left edge to the end of its title. */
export function colorBarWidth(domain: DomainEnds): number {
  return (
    BAR_WIDTH + TICK_LENGTH + TEXT_GAP + widestTick(domain) + TITLE_GAP + lineHeight(AXIS_TITLE)
  )
}

interface DomainEnds {
  readonly low: number
  readonly high: number
}

/** Beside the plot, as high as it is. */
export function colorBarLayout(
  domain: DomainEnds,
  metric: string,
  left: number,
  plot: Rect,
): ColorBarLayout {
  const { low, high } = domain
  const tickTextX = left + BAR_WIDTH + TICK_LENGTH + TEXT_GAP
  return {
    rect: { x: left, y: plot.y, width: BAR_WIDTH, height: plot.height },
    ticks: ticksOf(low, high).map(({ value, text }) => ({
      y: plot.y + plot.height * (1 - shareOf(value, low, high)),
      text,
    })),
    tickTextX,
    title: {
      x: tickTextX + widestTick(domain) + TITLE_GAP + lineHeight(AXIS_TITLE) / 2,
      y: plot.y + plot.height / 2,
      text: shorten(metric, plot.height, AXIS_TITLE),
    },
  }
}

function shareOf(value: number, low: number, high: number): number {
  const span = high - low
  // Ends near the largest numbers overflow unless they are halved; half of the least number is 0.
  return span === Infinity ? (value / 2 - low / 2) / (high / 2 - low / 2) : (value - low) / span
}

function widestTick({ low, high }: DomainEnds): number {
  return ticksOf(low, high).reduce((max, { text }) => Math.max(max, widthOf(text, TICK)), 0)
}
