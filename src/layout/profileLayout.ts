import { type BinAxis } from '../tensor/BinAxis'
import { layerOfRow, tokensOfColumns, type Matrix } from '../tensor/Matrix'
import { layerLine, profileOfBins, tokenLine, type Profile } from '../tensor/Profile'
import { type LayoutStyle } from './LayoutStyle'
import { type PlotGrid, type Rect } from './PlotGrid'
import { type PinnedLine, type ProfileInput } from './ProfileInput'
import { areaPath, linePath, middlesOf, pointAt, stepPath, type ProfilePanel } from './ProfilePanel'
import { LABEL_GAP, ticksBelow, tickTexts, type ProfileTick } from './profileTicks'
import { shorten } from './shorten'
import { widthOf, type TextStyle } from './TextStyle'

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
  readonly ticks: readonly ProfileTick[]
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
    ...(input.compared?.lines ?? []).map(({ text, short, profile }) => {
      const bins = inBins(profile)
      const band = areaPath(panel, bins.low, bins.high, middlesOf)
      return { text, short, values: bins.mean, band }
    }),
    ...input.tokenLines.map(({ text, short, index }) => {
      return { text, short, values: tokenLine(matrix, layers, index), band: '' }
    }),
  ]
  const slot = rect.height / Math.max(1, drawn.length)
  const points = drawn.map(({ values }, k) => pointAt(panel, values, (k + 0.5) * slot))
  const rooms = points.map(([x]) => Math.max(x - rect.x, rect.x + rect.width - x) - LABEL_GAP)
  const { caption } = input.style
  // Labels of compared queries are alike: all are short if one has to be.
  const isShort = drawn.some(({ text }, k) => widthOf(text, caption) > (rooms[k] ?? 0))
  const lines = drawn.map(({ values, band, text, short }, k) => {
    const [x, y] = points[k] ?? [0, 0]
    const isEnd = x - rect.x > rect.x + rect.width - x
    const line = { text: isShort && input.compared ? short : text, short }
    const label = labelOf(line, rooms[k] ?? 0, caption)
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

function labelOf(
  { text, short }: Omit<PinnedLine, 'index'>,
  maxWidth: number,
  caption: TextStyle,
): string {
  return shorten(widthOf(text, caption) <= maxWidth ? text : short, maxWidth, caption)
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
