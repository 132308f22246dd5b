import { bentTicks } from './bentTicks'
import { AXIS_TITLE, CAPTION, lineHeight, TICK } from './metrics'
import { type Rect } from './Rect'
import { shorten, widthOf } from './shorten'
import { ticksOf, type Tick } from './ticks'

export interface ColorBarTick {
  readonly y: number
  readonly text: string
}

/** The end of a bar whose domain leaves values out: a triangle that points there, and how many they are. */
export interface ColorBarPointer {
  readonly kind: BarEnd
  /** Of an SVG polygon. */
  readonly points: string
  readonly y: number
  readonly text: string
}

/** The drawn ramp: low end at the bottom. All in CSS pixels of the figure. */
export interface ColorBarLayout {
  readonly rect: Rect
  readonly ticks: readonly ColorBarTick[]
  readonly pointers: readonly ColorBarPointer[]
  /** Path of a bracket at the left of the bar, open where it goes on beyond an end. */
  readonly bracket?: string
  readonly tickTextX: number
  readonly title: { readonly x: number; readonly y: number; readonly text: string }
}

export type BarEnd = 'below' | 'above'

/** What a color bar spans, and what it says. */
export interface ColorBarInput {
  readonly low: number
  readonly high: number
  /** Where a value is from bottom to top, 0 … 1. */
  readonly shareOf: (value: number) => number
  /** Whether equal differences of values are equal distances on the bar. */
  readonly isProportional: boolean
  /** Values up to here on either side of 0 are bracketed; default none. */
  readonly noiseLimit?: number
}

/** What it says of the values beyond an end; absent where there are none. */
export type BarEnds = Readonly<Partial<Record<BarEnd, string>>>

const BAR_WIDTH = 14
const TICK_LENGTH = 4
const TEXT_GAP = 4
const TITLE_GAP = 8
const BRACKET_GAP = 2
const BRACKET_WIDTH = 4
/** Height of a pointed end, with a tick at the end of the ramp below its text. */
const POINTER_HEIGHT = 14

/** Width that the color bar needs, from its left edge to the end of its title. */
export function colorBarWidth(input: ColorBarInput, ends: BarEnds): number {
  const text = widestText(input, ends)
  return BAR_WIDTH + TICK_LENGTH + TEXT_GAP + text + TITLE_GAP + lineHeight(AXIS_TITLE)
}

/** Beside the plot, as high as it is. */
export function colorBarLayout(
  input: ColorBarInput,
  { metric, barEnds }: { readonly metric: string; readonly barEnds: BarEnds },
  left: number,
  plot: Rect,
): ColorBarLayout {
  const tickTextX = left + BAR_WIDTH + TICK_LENGTH + TEXT_GAP
  const top = barEnds.above === undefined ? 0 : POINTER_HEIGHT
  const bottom = barEnds.below === undefined ? 0 : POINTER_HEIGHT
  const rect = { x: left, y: plot.y + top, width: BAR_WIDTH, height: plot.height - top - bottom }
  return {
    rect,
    ticks: ticksFor(input).map(({ value, text }) => ({ y: barY(rect, input, value), text })),
    pointers: pointersOf(barEnds, rect),
    ...bracketOf(rect, input),
    tickTextX,
    title: {
      x: tickTextX + widestText(input, barEnds) + TITLE_GAP + lineHeight(AXIS_TITLE) / 2,
      y: plot.y + plot.height / 2,
      text: shorten(metric, plot.height, AXIS_TITLE),
    },
  }
}

/** Of the part of the noise floor that the domain has. */
function bracketOf(rect: Rect, input: ColorBarInput): { readonly bracket?: string } {
  const { low, high, noiseLimit = NaN } = input
  if (!(noiseLimit > low && -noiseLimit < high)) return {}
  const top = barY(rect, input, Math.min(noiseLimit, high))
  const bottom = barY(rect, input, Math.max(-noiseLimit, low))
  const inner = rect.x - BRACKET_GAP
  const outer = inner - BRACKET_WIDTH
  const start = noiseLimit > high ? `M${outer},${top}` : `M${inner},${top}H${outer}`
  const end = -noiseLimit < low ? '' : `H${inner}`
  return { bracket: `${start}V${bottom}${end}` }
}

/** y of a value of the domain on a bar. */
function barY(rect: Rect, { shareOf }: ColorBarInput, value: number): number {
  return rect.y + rect.height * (1 - shareOf(value))
}

function pointersOf(ends: BarEnds, { x, y, width, height }: Rect): readonly ColorBarPointer[] {
  const pointer = (kind: BarEnd, base: number, side: 1 | -1): readonly ColorBarPointer[] => {
    const text = ends[kind]
    const tip = base + side * POINTER_HEIGHT
    const points = `${x},${base} ${x + width},${base} ${x + width / 2},${tip}`
    return text === undefined ? [] : [{ kind, points, y: tip - side, text }]
  }
  return [...pointer('above', y, -1), ...pointer('below', y + height, 1)]
}

function ticksFor({ low, high, shareOf, isProportional }: ColorBarInput): readonly Tick[] {
  return isProportional ? ticksOf(low, high) : bentTicks(low, high, shareOf)
}

function widestText(input: ColorBarInput, ends: BarEnds): number {
  return Math.max(
    ...ticksFor(input).map(({ text }) => widthOf(text, TICK)),
    ...Object.values(ends).map((text) => widthOf(text, CAPTION)),
  )
}
