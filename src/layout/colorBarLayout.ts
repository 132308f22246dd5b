import {
  inTurns,
  NARROW,
  styleOf,
  type FigureSize,
  type FigureText,
  type LayoutInput,
} from './LayoutInput'
import { type LayoutStyle } from './LayoutStyle'
import { type Rect } from './PlotGrid'
import { fitted, type TextLine } from './shorten'
import { widthOf } from './TextStyle'
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
  /** Absent if it is empty. */
  readonly title?: BarTitle
}

export interface BarTitle extends TextLine {
  /** True for a title beside the bar, turned by 90° about its middle; false for one that ends at its place. */
  readonly isTurned: boolean
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

const BRACKET_GAP = 2
const BRACKET_WIDTH = 4
/** Height of a pointed end: its text does not overlap a tick at the end of the ramp. */
const POINTER_HEIGHT = 14

/** Returns whether the title of the color bar is above the bar, and not beside it: on paper where width is scarce. */
export function isBarTitleAbove({ paper, width }: FigureSize): boolean {
  return paper !== undefined && width < NARROW
}

/** The size of the figure, and its texts at the color bar. */
type BarInput = Pick<LayoutInput, 'size'> & {
  readonly text: Pick<FigureText, 'metric' | 'barEnds' | 'barRoom'>
  /** The texts of the bar with which this one takes turns, which has its ends and its title in the same places. */
  readonly other?: Pick<BarInput, 'size' | 'text'>
}

/** Returns the width of the color bar in CSS pixels, from its left edge to the end of its texts. */
export function colorBarWidth(input: ColorBarInput, { size, text }: BarInput): number {
  const style = styleOf(size)
  const { width, tickLength, textGap, titleGap, titleWidth } = style.bar
  const title = isBarTitleAbove(size) || text.metric === '' ? 0 : titleGap + titleWidth
  return (
    width + tickLength + textGap + widestText(input, text.barRoom ?? text.barEnds, style) + title
  )
}

/** The places on which a color bar depends. */
interface BarPlace {
  readonly left: number
  /** The area of the plots, whose top and height the bar has. */
  readonly plot: Rect
  /** The title above the bar; absent for one beside it. */
  readonly title?: TextLine | undefined
}

/** Lays out a color bar. */
export function colorBarLayout(
  input: ColorBarInput,
  bar: BarInput,
  { left, plot, title }: BarPlace,
): ColorBarLayout {
  const { size } = bar
  const { metric, barEnds } = bar.text
  const style = styleOf(size)
  const { width, tickLength, textGap, titleGap, titleWidth } = style.bar
  const ends = inTurns(bar).map(({ text }) => text.barRoom ?? text.barEnds)
  const roomAt = (end: BarEnd): number =>
    ends.some((each) => each[end] !== undefined) ? POINTER_HEIGHT : 0
  const widest = Math.max(...ends.map((each) => widestText(input, each, style)))
  const tickTextX = left + width + tickLength + textGap
  const top = roomAt('above')
  const rect = { x: left, y: plot.y + top, width, height: plot.height - top - roomAt('below') }
  const ticks = ticksFor(input).map(({ value, text }) => ({ y: barY(rect, input, value), text }))
  const titleBeside = (): BarTitle => ({
    x: tickTextX + widest + titleGap + titleWidth / 2,
    y: plot.y + plot.height / 2,
    ...fitted(metric, plot.height, style.axisTitle),
    isTurned: true,
  })
  return {
    rect,
    ticks: ticksApart(ticks, style.tick.fontSize),
    pointers: pointersOf(barEnds, rect),
    ...(noiseReach(input, input.noiseLimit) === 'part' && { bracket: bracketOf(rect, input) }),
    tickTextX,
    ...(metric !== '' && { title: title ? { ...title, isTurned: false } : titleBeside() }),
  }
}

/** Returns the ticks whose texts do not overlap: every one, or every 2nd, 3rd … so that the middle one stays. */
function ticksApart(ticks: readonly ColorBarTick[], fontSize: number): readonly ColorBarTick[] {
  const gaps = ticks.slice(1).map(({ y }, k) => Math.abs(y - (ticks[k]?.y ?? NaN)))
  const stride = Math.ceil(fontSize / Math.min(...gaps, Infinity))
  if (!(stride > 1)) return ticks
  const middle = Math.floor(ticks.length / 2)
  return ticks.filter((_, k) => (k - middle) % stride === 0)
}

/**
 * Returns how much of a domain is inside the noise floor. If it is all, there is no bracket, which would be a line
 * without ends.
 */
export function noiseReach(
  { low, high }: Pick<ColorBarInput, 'low' | 'high'>,
  noiseLimit = NaN,
): 'none' | 'part' | 'all' {
  if (-noiseLimit < low && noiseLimit > high) return 'all'
  return noiseLimit > low && -noiseLimit < high ? 'part' : 'none'
}

/**
 * Returns whether there is room for a bracket beside the bar. On the screen, a domain that is all inside the noise floor
 * has room for it too, so that the plot does not move when the range grows.
 */
export function hasBracketRoom(input: ColorBarInput, { paper }: FigureSize): boolean {
  const reach = noiseReach(input, input.noiseLimit)
  return reach === 'part' || (reach === 'all' && paper === undefined)
}

/** Returns the bracket of the part of the noise floor that is inside the domain. */
function bracketOf(rect: Rect, input: ColorBarInput): string {
  const { low, high, noiseLimit = NaN } = input
  const top = barY(rect, input, Math.min(noiseLimit, high))
  const bottom = barY(rect, input, Math.max(-noiseLimit, low))
  const inner = rect.x - BRACKET_GAP
  const outer = inner - BRACKET_WIDTH
  const start = noiseLimit > high ? `M${outer},${top}` : `M${inner},${top}H${outer}`
  const end = -noiseLimit < low ? '' : `H${inner}`
  return `${start}V${bottom}${end}`
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

function widestText(input: ColorBarInput, ends: BarEnds, { tick, caption }: LayoutStyle): number {
  return Math.max(
    ...ticksFor(input).map(({ text }) => widthOf(text, tick)),
    ...Object.values(ends).map((text) => widthOf(text, caption)),
  )
}
