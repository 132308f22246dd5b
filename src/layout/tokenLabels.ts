import { ELLIPSIS, shorten, widthOf } from './shorten'
import { TOKEN } from './metrics'

/** One label of the token axis: its anchor is at the middle of the column. */
export interface TokenLabel {
  readonly columnIndex: number
  readonly x: number
  /** As drawn: shortened where it must be. */
  readonly text: string
  /** The whole text, where `text` is shortened. */
  readonly fullText?: string
  readonly isSpecial: boolean
}

export interface TokenLabels {
  /** Degrees that each label is turned about its anchor: its end is there, except at 0 where its middle is. */
  readonly angle: 0 | -45 | -90
  readonly labels: readonly TokenLabel[]
  /** Height in CSS pixels that the labels need below the plot. */
  readonly depth: number
}

export interface TokenLabelSource {
  /** The visible columns: the first one, and the one after the last. */
  readonly firstColumn: number
  readonly endColumn: number
  /** Width of one column, in CSS pixels; may be below 1. */
  readonly columnWidth: number
  center(columnIndex: number): number
  /** Visible text of the column's token; undefined where there is no token (no label). */
  text(columnIndex: number): string | undefined
  isSpecial(columnIndex: number): boolean
  /** Number of the column on the axis: index in the sequence, or tokens back. */
  number(columnIndex: number): number
  /** Numbers of the sequence's ends, where the columns are not in the order of their numbers. */
  readonly ends?: readonly [first: number, last: number]
  /** Index of the column's token in the sequence, where every label begins with it. */
  index?(columnIndex: number): number
  /** Whether the tensor lists token texts; without them the numbers are the labels. */
  readonly hasTexts: boolean
  /** Most that the labels may take below the plot, in CSS pixels. */
  readonly maxDepth: number
  readonly figureWidth: number
  /** Where labels may begin, in CSS pixels of the figure; default its left edge. */
  readonly figureLeft?: number
}

const GAP = 8
const UPRIGHT_DEPTH = 20
/** Closest that two lines may stand: upright text turned by 90°, and along the axis at 45°. */
const MIN_SPACING_90 = 14
const MIN_SPACING_45 = 18
const SIN_45 = Math.SQRT1_2
/** What a line's own height adds to the depth of a label at 45°. */
const LINE_DEPTH_45 = 10
/** Free space kept at the edges of the figure. */
const EDGE = 4

/**
 * Labels that never overlap and are never cut: upright where all fit; else turned by 45°, by 90°, and thinned to every
 * 2nd, 5th, 10th … column. A thinned label starts with its column's number, since its neighbours cannot be counted;
 * with `index` every label starts with its token's index instead.
 * The work is bounded by the pixels, not by the columns.
 */
export function tokenLabels(source: TokenLabelSource): TokenLabels {
  if (!source.hasTexts) return numberLabels(source)
  const { figureLeft = 0 } = source
  const isThinned = source.columnWidth < MIN_SPACING_90
  const stride = isThinned ? roundUp(MIN_SPACING_45 / source.columnWidth) : 1
  const spacing = source.columnWidth * stride
  const drafts = columnsEvery(source, stride).map((columnIndex) =>
    draft(source, columnIndex, isThinned),
  )
  if (drafts.every(({ width }) => width + GAP <= spacing)) {
    const maxWidth = ({ x }: Draft): number =>
      2 * Math.min(x - figureLeft, source.figureWidth - x) - 2 * EDGE
    return { angle: 0, labels: fit(drafts, maxWidth), depth: UPRIGHT_DEPTH }
  }
  if (spacing < MIN_SPACING_45) {
    const labels = fit(drafts, () => source.maxDepth - GAP)
    return { angle: -90, labels, depth: deepest(labels) + GAP }
  }
  const byDepth = (source.maxDepth - LINE_DEPTH_45) / SIN_45
  const labels = fit(drafts, ({ x }) =>
    Math.min(byDepth, (x - figureLeft - EDGE) / SIN_45 - TOKEN.fontSize),
  )
  return { angle: -45, labels, depth: deepest(labels) * SIN_45 + LINE_DEPTH_45 }
}

interface Draft extends TokenLabel {
  readonly width: number
}

function draft(source: TokenLabelSource, columnIndex: number, isThinned: boolean): Draft {
  const token = source.text(columnIndex) ?? ''
  const text = [...numbersOf(source, columnIndex, isThinned), token].join(' ')
  return {
    columnIndex,
    x: source.center(columnIndex),
    text,
    isSpecial: source.isSpecial(columnIndex),
    width: widthOf(text.slice(0, LONGEST), TOKEN),
  }
}

function numbersOf(
  source: TokenLabelSource,
  columnIndex: number,
  isThinned: boolean,
): readonly number[] {
  if (source.index !== undefined) return [source.index(columnIndex)]
  return isThinned ? [source.number(columnIndex)] : []
}

/** No label of this many characters fits anywhere: measuring more of it is of no use. */
const LONGEST = 1000

function fit(drafts: readonly Draft[], maxWidth: (draft: Draft) => number): readonly TokenLabel[] {
  return drafts.map((each) => {
    const { width: _width, ...label } = each
    const text = shorten(each.text, maxWidth(each), TOKEN)
    return text === each.text ? label : { ...label, text, fullText: each.text }
  })
}

function deepest(labels: readonly TokenLabel[]): number {
  return labels.reduce(
    (max, { text }) => Math.max(max, widthOf(text, TOKEN)),
    widthOf(ELLIPSIS, TOKEN),
  )
}

function numberLabels(source: TokenLabelSource): TokenLabels {
  const { firstColumn, endColumn } = source
  const ends = source.ends ?? [source.number(firstColumn), source.number(endColumn - 1)]
  const widest = Math.max(...ends.map((number) => widthOf(String(number), TOKEN)))
  const stride = roundUp((widest + GAP) / source.columnWidth)
  const labels = columnsEvery(source, stride).map((columnIndex) => ({
    columnIndex,
    x: source.center(columnIndex),
    text: String(source.number(columnIndex)),
    isSpecial: false,
  }))
  return { angle: 0, labels, depth: UPRIGHT_DEPTH }
}

/** The columns with a token whose number (in another order, whose place) is a multiple of the stride. */
function columnsEvery(source: TokenLabelSource, stride: number): readonly number[] {
  const columns: number[] = []
  const { firstColumn, endColumn, ends } = source
  const offset = (ends === undefined ? source.number(firstColumn) : firstColumn) % stride
  const first = firstColumn + ((stride - offset) % stride)
  for (let column = first; column < endColumn; column += stride) {
    if (source.text(column) !== undefined) columns.push(column)
  }
  return columns
}

/** The smallest of 1, 2, 5, 10, 20 … that is not below `least`. */
export function roundUp(least: number): number {
  if (!(least > 1)) return 1
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 5].find((multiple) => multiple * power >= least) ?? 10) * power
}
