import { type Rect } from './PlotGrid'
import { shorten } from './shorten'
import { AXIS_TITLE, CAPTION, lineHeight, TICK, widthOf } from './TextStyle'
import { bentTicks, ticksOf, type Tick } from './ticksOf'

/** A tick of the color bar; y is that of its line and of the middle of its text. */
export interface ColorBarTick {
  readonly y: number
  readonly text: string
}

/** The pointed end of a bar, drawn if values lie beyond that end of the domain, with their number. */
export interface ColorBarPointer {
  readonly kind: BarEnd
  /** The triangle, as the points of an SVG polygon. */
  readonly points: string
  /** Middle of the text. */
  readonly y: number
  readonly text: string
}

/** The places of the color bar's parts in CSS pixels of the figure; the low end is at the bottom. */
export interface ColorBarLayout {
  /** The ramp, without the pointed ends. */
  readonly rect: Rect
  readonly ticks: readonly ColorBarTick[]
  readonly pointers: readonly ColorBarPointer[]
  /** Path of the noise floor's bracket at the left of the bar, open at an end of the domain that cuts it off. */
  readonly bracket?: string
  readonly tickTextX: number
  readonly title: { readonly x: number; readonly y: number; readonly text: string }
}

export type BarEnd = 'below' | 'above'

/** The scale that a color bar shows. */
export interface ColorBarInput {
  readonly low: number
  readonly high: number
  /** Returns the place of a value of the domain: 0 at the bottom, 1 at the top. */
  readonly shareOf: (value: number) => number
  /** Whether equal differences of values are equal distances on the bar. */
  readonly isProportional: boolean
  /** Largest magnitude inside the noise floor, which is bracketed; default no bracket. */
  readonly noiseLimit?: number
}

/** Texts about the values beyond each end of the domain; absent if there are none. */
export type BarEnds = Readonly<Partial<Record<BarEnd, string>>>

const BAR_WIDTH = 14
const TICK_LENGTH = 4
const TEXT_GAP = 4
const TITLE_GAP = 8
const BRACKET_GAP = 2
const BRACKET_WIDTH = 4
/** Height of a pointed end: its text does not overlap a tick at the end of the ramp. */
const POINTER_HEIGHT = 14

/** Returns the width of the color bar in CSS pixels, from its left edge to the end of its title. */
export function colorBarWidth(input: ColorBarInput, ends: BarEnds): number {
  const text = widestText(input, ends)
  return BAR_WIDTH + TICK_LENGTH + TEXT_GAP + text + TITLE_GAP + lineHeight(AXIS_TITLE)
}

/** Lays out a color bar from `left` on, with the top and the height of `plot`. */
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

/** Returns the bracket of the part of the noise floor that is inside the domain. */
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

/** Returns y of a value of the domain. */
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

/** Returns the ticks of the color bar, which `ticksOf` chooses. */
function ticksFor({ low, high, shareOf, isProportional }: ColorBarInput): readonly Tick[] {
  return isProportional ? ticksOf(low, high) : bentTicks(low, high, shareOf)
}

function widestText(input: ColorBarInput, ends: BarEnds): number {
  return Math.max(
    ...ticksFor(input).map(({ text }) => widthOf(text, TICK)),
    ...Object.values(ends).map((text) => widthOf(text, CAPTION)),
  )
}
