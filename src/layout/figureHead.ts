import { isBarTitleAbove } from './colorBarLayout'
import { type HorizontalFrame } from './horizontalFrame'
import { styleOf, type FigureText, type LayoutInput } from './LayoutInput'
import { fitted, textLines, wrapText, type TextLine } from './shorten'
import { lineHeight, widthOf } from './TextStyle'

/** Title and subtitle of the figure, and y of their end. */
export interface FigureHead {
  readonly title: readonly TextLine[]
  readonly subtitle: readonly TextLine[]
  /** The title of the color bar if it is above the bar; it ends at its x. */
  readonly barTitle?: TextLine
  readonly bottom: number
}

/** Most lines of the subtitle: on a phone, query, model and shape need three. */
const SUBTITLE_LINES = 3

/** Lays out the titles from the top of the figure on, at most `textWidth` CSS pixels wide. */
export function figureHead(
  { text, size, colorBar }: LayoutInput,
  { left, width }: HorizontalFrame,
  textWidth: number,
): FigureHead {
  const { pad, title: titleStyle, subtitle: subtitleStyle, axisTitle } = styleOf(size)
  const lines = wrapText(text.title, textWidth, titleStyle, 2)
  const title = textLines(lines, { x: left, top: pad, whole: text.title }, titleStyle)
  const top = pad + title.length * lineHeight(titleStyle)
  const subtitleLines = ({ subtitle: each }: Pick<FigureText, 'subtitle'>, most: number) =>
    wrapText(each, textWidth, subtitleStyle, most)
  const lineCount = subtitleLines(text.room ?? text, SUBTITLE_LINES).length
  const subtitle = textLines(
    subtitleLines(text, text.room ? lineCount : SUBTITLE_LINES),
    { x: left, top, whole: text.subtitle },
    subtitleStyle,
  )
  const gap = size.paper === undefined || title.length === 0 ? 0 : PAPER_TITLE_GAP
  const bottom = top + lineCount * lineHeight(subtitleStyle) + gap
  if (colorBar === undefined || text.metric === '' || !isBarTitleAbove(size)) {
    return { title, subtitle, bottom }
  }
  const fit = fitted(text.metric, width - 2 * pad, axisTitle)
  const last = title.at(-1)
  // Beside a short title, the title of the color bar needs no line of its own.
  const isBeside =
    last !== undefined &&
    left + widthOf(last.text, titleStyle) + TITLES_GAP + widthOf(fit.text, axisTitle) <= width - pad
  const y = isBeside ? last.y : bottom + axisTitle.fontSize * CAP_HEIGHT
  return {
    title,
    subtitle,
    barTitle: { x: width - pad, y, ...fit },
    bottom: Math.max(bottom, y + axisTitle.fontSize * (BAR_TITLE_HEIGHT - CAP_HEIGHT)),
  }
}

/** Gap below a title on paper, in CSS pixels: a tick of the color bar extends above the plot. */
const PAPER_TITLE_GAP = 3

/** Least distance of the titles of figure and color bar in one line, in CSS pixels. */
const TITLES_GAP = 12

/** Distance from the top of a line to its baseline, and to the uppermost tick, as multiples of the font size. */
const CAP_HEIGHT = 0.8
const BAR_TITLE_HEIGHT = 1.25
