import { grouped } from '../text/counted'
import { ELLIPSIS, shortenTogether } from './shorten'
import { widthOf, type TextStyle } from './TextStyle'
import { type LayoutStyle } from './LayoutStyle'

/** A label of the token axis. */
export interface TokenLabel {
  readonly columnIndex: number
  /** Anchor of the label: the middle of the column. */
  readonly x: number
  /** As drawn: shortened if it is too long. */
  readonly text: string
  /** The whole text; absent unless `text` is shortened. */
  readonly fullText?: string
  readonly isSpecial: boolean
}

/** The labels of the token axis. */
export interface TokenLabels {
  /** Degrees by which each label is turned about its anchor, which is its end, or its middle at 0. */
  readonly angle: 0 | -45 | -90
  readonly labels: readonly TokenLabel[]
  /** Height in CSS pixels that the labels need below the plot. */
  readonly depth: number
}

/** The texts and places of the columns, and the limits of their labels. */
export interface TokenLabelSource {
  /** The first visible column, and the one after the last. */
  readonly firstColumn: number
  readonly endColumn: number
  /** Width of one column, in CSS pixels; may be below 1. */
  readonly columnWidth: number
  /** Returns x of the middle of a column. */
  center(columnIndex: number): number
  /** Returns the visible text of the column's token; undefined if it has no token, and so no label. */
  text(columnIndex: number): string | undefined
  isSpecial(columnIndex: number): boolean
  /** Returns the number of a column on the axis: index in the sequence, or distance from the query. */
  number(columnIndex: number): number
  /** Numbers of the first and the last token in sequence; present only if the columns are in another order. */
  readonly ends?: readonly [first: number, last: number]
  /** Returns the index of the column's token in the sequence; present only if every label begins with it. */
  index?(columnIndex: number): number
  /** Whether the tensor lists token texts; if not, the numbers are the labels. */
  readonly hasTexts: boolean
  /** Whether several columns share a pixel, so that no text belongs to what is seen; default false. */
  readonly isBinned?: boolean
  /** Whether numbers that stand for texts leave the room of the texts, which a zoom shows; default false. */
  readonly keepsRoom?: boolean
  /** Largest height of the labels below the plot, in CSS pixels. */
  readonly maxDepth: number
  /** Right end of the room for labels, in CSS pixels of the figure. */
  readonly figureWidth: number
  /** Left end of that room; default 0. */
  readonly figureLeft?: number
  readonly style: LayoutStyle
}

const GAP = 8
/** Least distance along the axis of two labels that are turned by 45°. */
const MIN_SPACING_45 = 18
const SIN_45 = Math.SQRT1_2
/** Part of the depth of a label at 45° that is due to the height of its line. */
const LINE_DEPTH_45 = 10
/** Free space kept at the edges of the figure. */
const EDGE = 4

/**
 * Returns labels that never overlap and are never cut off. They are upright if all fit, else turned by 45° or 90°, and
 * thinned to every 2nd, 5th, 10th … column. A thinned label begins with its column's number, since its neighbours
 * cannot be counted; with `index`, every label begins with its token's index instead. Where columns share pixels, labels
 * are numbers only. The work is bounded by the number
 * of pixels, not of columns.
 */
export function tokenLabels(source: TokenLabelSource): TokenLabels {
  if (!source.hasTexts) return numberLabels(source)
  if (source.isBinned !== true) return textLabels(source)
  const numbers = numberLabels(source)
  // The plot would jump if a zoom brought the texts with room of their own.
  return source.keepsRoom === true ? { ...numbers, depth: textLabels(source).depth } : numbers
}

function textLabels(source: TokenLabelSource): TokenLabels {
  const { figureLeft = 0, style } = source
  const { token, tokenGap, tokenSpacing, hasSlantedTokens } = style
  const isThinned = source.columnWidth < tokenSpacing
  const least = hasSlantedTokens ? MIN_SPACING_45 : tokenSpacing
  const stride = isThinned ? roundUp(least / source.columnWidth) : 1
  const spacing = source.columnWidth * stride
  const drafts = columnsEvery(source, stride).map((columnIndex) =>
    draft(source, columnIndex, isThinned),
  )
  if (drafts.every(({ width }) => width + GAP <= spacing)) {
    const maxWidth = ({ x }: Draft): number =>
      2 * Math.min(x - figureLeft, source.figureWidth - x) - 2 * EDGE
    return { angle: 0, labels: fit(drafts, maxWidth, token), depth: style.tokenDepth }
  }
  if (spacing < MIN_SPACING_45 || !hasSlantedTokens) {
    const labels = fit(drafts, () => source.maxDepth - tokenGap, token)
    return { angle: -90, labels, depth: deepest(labels, token) + tokenGap }
  }
  const byDepth = (source.maxDepth - LINE_DEPTH_45) / SIN_45
  const labels = fit(
    drafts,
    ({ x }) => Math.min(byDepth, (x - figureLeft - EDGE) / SIN_45 - token.fontSize),
    token,
  )
  return { angle: -45, labels, depth: deepest(labels, token) * SIN_45 + LINE_DEPTH_45 }
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
    width: widthOf(text.slice(0, LONGEST), source.style.token),
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

/** No label of this many characters fits anywhere, so no more of it is measured. */
const LONGEST = 1000

function fit(
  drafts: readonly Draft[],
  maxWidth: (draft: Draft) => number,
  token: TextStyle,
): readonly TokenLabel[] {
  const widths = drafts.map(maxWidth)
  const texts = shortenTogether(
    drafts.map(({ text }) => text),
    (index) => widths[index] ?? 0,
    token,
  )
  return drafts.map((each, index) => {
    const { width: _width, ...label } = each
    const text = texts[index] ?? ''
    return text === each.text ? label : { ...label, text, fullText: each.text }
  })
}

function deepest(labels: readonly TokenLabel[], token: TextStyle): number {
  return labels.reduce(
    (max, { text }) => Math.max(max, widthOf(text, token)),
    widthOf(ELLIPSIS, token),
  )
}

/** Returns the numbers of columns at equal steps, without those that do not fit into the figure at its sides. */
function numberLabels(source: TokenLabelSource): TokenLabels {
  const { firstColumn, endColumn, figureLeft = 0, figureWidth, style } = source
  const ends = source.ends ?? [source.number(firstColumn), source.number(endColumn - 1)]
  const widthAt = (number: number): number => widthOf(grouped(number), style.token)
  const stride = roundUp((Math.max(...ends.map(widthAt)) + GAP) / source.columnWidth)
  const labels = columnsEvery(source, stride).flatMap((columnIndex) => {
    const number = source.number(columnIndex)
    const x = source.center(columnIndex)
    const isInside = Math.min(x - figureLeft, figureWidth - x) >= widthAt(number) / 2
    return isInside ? [{ columnIndex, x, text: grouped(number), isSpecial: false }] : []
  })
  return { angle: 0, labels, depth: style.tokenDepth }
}

/** Returns the columns with a token whose number, or place if the order is another one, is a multiple of the stride. */
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

/** Returns the smallest of 1, 2, 5, 10, 20 … that is not below `least`. */
export function roundUp(least: number): number {
  if (!(least > 1)) return 1
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 5].find((multiple) => multiple * power >= least) ?? 10) * power
}
