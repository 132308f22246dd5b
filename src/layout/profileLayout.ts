import { type BinAxis } from '../tensor/BinAxis'
import { layerOfRow, tokensOfColumns, type Matrix } from '../tensor/Matrix'
import { layerLine, profileOfBins, tokenLine, type Profile, type Profiles } from '../tensor/Profile'
import { type LayoutStyle } from './LayoutStyle'
import { type PlotGrid, type Rect } from './PlotGrid'
import { areaPath, linePath, middlesOf, pointAt, stepPath, type ProfilePanel } from './ProfilePanel'
import { shorten } from './shorten'
import { widthOf, type TextStyle } from './TextStyle'
import { ticksOf } from './ticksOf'

/** A pinned token or layer, whose values are drawn as a line, with its label. */
export interface PinnedLine {
  /** 0-based index in the tensor. */
  readonly index: number
  readonly text: string
  /** The label if `text` does not fit. */
  readonly short: string
}

/** Queries whose layers are compared in one panel. */
export interface ComparedQueries {
  /** The profile of each query's layers, and its label. */
  readonly lines: readonly (Pick<PinnedLine, 'text'> & { readonly profile: Profile })[]
  /** Ends of the axis of values. */
  readonly low: number
  readonly high: number
}

/** Input of the profiles beside a plot. */
export interface ProfileInput {
  readonly profiles: Profiles
  readonly tokenLines: readonly PinnedLine[]
  readonly layerLines: readonly PinnedLine[]
  /** Queries that the panel of the layers compares; default none, and the panel has the shown query's profile. */
  readonly compared?: ComparedQueries
  /** Least and greatest value of the axes of both panels. */
  readonly low: number
  readonly high: number
}

/** The input with the style of the figure. */
interface StyledInput extends ProfileInput {
  readonly style: LayoutStyle
}

/** A line with its label beside a dot on it. */
export interface ProfileLine {
  readonly path: string
  /** Area around the line; empty if it has none. */
  readonly band: string
  readonly dot: { readonly x: number; readonly y: number }
  readonly label: {
    readonly x: number
    readonly y: number
    readonly text: string
    /** Whether the text ends at x, and does not begin there. */
    readonly isEnd: boolean
  }
}

/** A panel beside the cells that shares one of their axes. Paths are in CSS pixels of the figure. */
export interface ProfileLayout {
  readonly rect: Rect
  /** Area between the extremes. */
  readonly extremes: string
  /** Area between the quantiles. */
  readonly band: string
  readonly mean: string
  /** Line at 0; empty if the panel does not span 0. */
  readonly zero: string
  readonly lines: readonly ProfileLine[]
  readonly ticks: readonly {
    readonly x: number
    readonly y: number
    readonly text: string
    readonly anchor: 'start' | 'end'
  }[]
}

/** Lays out the profile of the tokens above the plot, with the greatest values at the top. */
export function tokenProfile(
  matrix: Matrix,
  { columns, columnEdges }: PlotGrid,
  rect: Rect,
  input: StyledInput,
): ProfileLayout {
  const panel: ProfilePanel = {
    rect,
    edges: columnEdges,
    pointOf: (along, across) => [rect.x + along, rect.y + (1 - across) * rect.height],
    low: input.low,
    high: input.high,
  }
  const profile = profileOfBins(input.profiles.tokens, columns, (first, end) =>
    tokensOfColumns(matrix, first, end),
  )
  const { caption } = input.style
  const slot = rect.width / Math.max(1, input.layerLines.length)
  const lines = input.layerLines.map((line, k) => {
    const values = layerLine(matrix, columns, line.index)
    const along = (k + 0.5) * slot
    const [x, y] = pointAt(panel, values, along)
    const label = labelOf(line, slot - 2, caption)
    const left = x - widthOf(label, caption) / 2
    const top = y - LABEL_GAP < rect.y + caption.fontSize ? y + caption.fontSize + 4 : y - LABEL_GAP
    return {
      path: linePath(panel, values),
      band: '',
      dot: { x, y },
      label: { x: left, y: top, text: label, isEnd: false },
    }
  })
  const ticks = tickTexts(panel).map(({ text, share }) => {
    // The lowest tick does not reach the labels of the layers.
    const y = Math.min(panel.pointOf(0, share)[1], rect.y + rect.height - caption.fontSize / 2)
    return { x: rect.x - LABEL_GAP, y, text, anchor: 'end' as const }
  })
  return { ...shapesOf(panel, profile, columns), lines, ticks }
}

/** Lays out the profile of the layers at the right of the plot, with the greatest values at the right. */
export function layerProfile(
  matrix: Matrix,
  { layers, layerEdges, isUpward }: PlotGrid,
  rect: Rect,
  input: StyledInput,
): ProfileLayout {
  const { low, high } = input.compared ?? input
  const panel: ProfilePanel = {
    rect,
    edges: layerEdges,
    pointOf: (along, across) => [
      rect.x + across * rect.width,
      rect.y + (isUpward ? rect.height - along : along),
    ],
    low,
    high,
  }
  const inBins = (profile: Profile): Profile =>
    profileOfBins(profile, layers, (first, end) =>
      Array.from({ length: end - first }, (_, k) => layerOfRow(matrix, first + k)),
    )
  const drawn = [
    ...(input.compared?.lines ?? []).map(({ text, profile }) => {
      const bins = inBins(profile)
      const band = areaPath(panel, bins.low, bins.high, middlesOf)
      return { text, short: text, values: bins.mean, band }
    }),
    ...input.tokenLines.map(({ text, short, index }) => {
      return { text, short, values: tokenLine(matrix, layers, index), band: '' }
    }),
  ]
  const slot = rect.height / Math.max(1, drawn.length)
  const lines = drawn.map(({ values, band, ...line }, k) => {
    const [x, y] = pointAt(panel, values, (k + 0.5) * slot)
    const [before, after] = [x - rect.x, rect.x + rect.width - x]
    const isEnd = before > after
    const label = labelOf(line, Math.max(before, after) - LABEL_GAP, input.style.caption)
    const side = isEnd ? -LABEL_GAP : LABEL_GAP
    return {
      path: linePath(panel, values),
      band,
      dot: { x, y },
      label: { x: x + side, y: y + 4, text: label, isEnd },
    }
  })
  const shapes = shapesOf(panel, inBins(input.profiles.layers), layers)
  const own = input.compared ? { ...shapes, extremes: '', band: '', mean: '' } : shapes
  return { ...own, lines, ticks: ticksBelow(panel, input.style) }
}

/** Least distance of two ticks' texts side by side. */
const TICK_GAP = 4

/** Returns the ticks of a panel whose values increase to the right: those whose texts fit side by side below it. */
function ticksBelow(
  panel: ProfilePanel,
  { caption, tokenBaseline }: LayoutStyle,
): ProfileLayout['ticks'] {
  const { x: left, y, width, height } = panel.rect
  const right = left + width
  const ticks = tickTexts(panel)
    .map(({ text, share }, k) => {
      const room = widthOf(text, caption)
      const [x] = panel.pointOf(0, share)
      return k === 0
        ? { anchor: 'start' as const, x: Math.min(x, right - room), room, text }
        : { anchor: 'end' as const, x: Math.max(x, left + room), room, text }
    })
    .filter(({ room }) => room <= width)
  const [first, last] = ticks
  const isApart = !first || !last || first.x + first.room + TICK_GAP <= last.x - last.room
  return (isApart ? ticks : ticks.slice(1)).map(({ x, text, anchor }) => {
    return { x, y: y + height + tokenBaseline - 1, text, anchor }
  })
}

/** Least distance of a profile's tick from the edge of the figure, in CSS pixels. */
const EDGE_GAP = 3

/** Returns the width that the ticks of a profile above a plot need at its left, with the gap to the figure's edge, in CSS
 * pixels. */
export function profileTickWidth(
  ends: Pick<ProfileInput, 'low' | 'high'>,
  text: TextStyle,
): number {
  return (
    EDGE_GAP + LABEL_GAP + Math.max(0, ...tickTexts(ends).map((tick) => widthOf(tick.text, text)))
  )
}

const LABEL_GAP = 6

function labelOf(
  { text, short }: Omit<PinnedLine, 'index'>,
  maxWidth: number,
  caption: TextStyle,
): string {
  return shorten(widthOf(text, caption) <= maxWidth ? text : short, maxWidth, caption)
}

/** Returns the first and the last tick of the panel, with their places on its axis of values. */
function tickTexts({ low, high }: Pick<ProfileInput, 'low' | 'high'>): readonly {
  readonly text: string
  readonly share: number
}[] {
  const ticks = ticksOf(low, high)
  const [first, last] = [ticks[0], ticks.at(-1)]
  return [first, ...(last === first ? [] : [last])].flatMap((tick) => {
    return tick === undefined
      ? []
      : [{ text: tick.text, share: (tick.value - low) / (high - low || 1) }]
  })
}

function shapesOf(
  panel: ProfilePanel,
  { min, max, low, high, mean }: Profile,
  { binCount }: BinAxis,
): Omit<ProfileLayout, 'lines' | 'ticks'> {
  const isZeroIn = panel.low < 0 && panel.high > 0
  const zero = new Float64Array(isZeroIn ? binCount : 0)
  return {
    rect: panel.rect,
    extremes: areaPath(panel, min, max),
    band: areaPath(panel, low, high),
    mean: stepPath(panel, mean),
    zero: stepPath(panel, zero),
  }
}
