import { type HorizontalFrame } from './horizontalFrame'
import { mapPlots, type PlotText, type Plots } from './LayoutInput'
import { type LayoutStyle } from './LayoutStyle'
import { type Panel } from './panelsOf'
import { shorten } from './shorten'
import { widthOf } from './TextStyle'

/** A line of the token axis' title, centered at x: the title, its note, or both. */
export interface AxisTitleLine {
  readonly x: number
  readonly y: number
  readonly title: string
  readonly note: string
  /** Title and note as a whole; absent unless one of them is shortened. */
  readonly whole?: Pick<AxisTitleLine, 'title' | 'note'>
}

/** Returns a title for each plot, or only for the last one if the plots share their columns. */
export function tokenTitles(
  panels: Plots<Panel>,
  frame: HorizontalFrame,
  isShared: boolean,
  style: LayoutStyle,
): Plots<readonly AxisTitleLine[]> {
  const { left, plotWidth, plotsWidth, pitch, width, gap } = frame
  const { pad } = style
  return mapPlots(panels, ({ plot, column, widthShare, isInLastRow }, index) => {
    if (isShared || panels.length === 1) {
      if (index < panels.length - 1) return []
      const center = left + plotsWidth / 2
      if (!style.hasOneTitleLine) {
        const room = 2 * Math.min(center - pad, width - pad - center)
        return axisTitleLines(plot.text, center, room, style)
      }
      return axisTitleLine(plot.text, center, width - 2 * pad, style).map((line) => {
        // Rather beside the middle of the plot than shortened.
        const half = lineWidth(line, style) / 2
        const x = Math.max(pad + half, Math.min(center, width - pad - half))
        return Object.assign({}, line, { x })
      })
    }
    // The titles of panels are the same, and their notes are not.
    const text = isInLastRow ? plot.text : { ...plot.text, tokenTitle: '' }
    const start = left + column * pitch
    const lines = titleLines(text, start + (plotWidth * widthShare) / 2, plotWidth + gap / 2, style)
    const widest = Math.max(0, ...lines.map((line) => lineWidth(line, style)))
    const least = start + widest / 2 - gap / 4
    return lines.map((line) => Object.assign({}, line, { x: Math.max(line.x, least) }))
  })
}

function lineWidth({ title, note }: AxisTitleLine, { axisTitle, axisNote }: LayoutStyle): number {
  return widthOf(title, axisTitle) + widthOf(title === '' ? note : ` ${note}`, axisNote)
}

/** Returns the lines that a style has; titles of panels, which are narrow, are rather two lines than shortened. */
function titleLines(
  text: PlotText,
  center: number,
  maxWidth: number,
  style: LayoutStyle,
): readonly AxisTitleLine[] {
  const one = style.hasOneTitleLine ? axisTitleLine(text, center, maxWidth, style) : []
  const isOne = one.length > 0 && one.every(({ whole }) => whole === undefined)
  return isOne ? one : axisTitleLines(text, center, maxWidth, style)
}

/**
 * Returns title and note in one line if it is at most `maxWidth` CSS pixels wide, else in two; none if both are empty.
 * Their y is 0: the caller sets it.
 */
function axisTitleLines(
  { tokenTitle, tokenNote, shortNote = tokenNote }: PlotText,
  x: number,
  maxWidth: number,
  { axisTitle, axisNote }: LayoutStyle,
): readonly AxisTitleLine[] {
  const width = widthOf(`${tokenTitle} `, axisTitle) + widthOf(tokenNote, axisNote)
  const title = shorten(tokenTitle, maxWidth, axisTitle)
  if (tokenNote === '' || width <= maxWidth) {
    return titleLine(x, [title, tokenNote], [tokenTitle, tokenNote])
  }
  const note = widthOf(tokenNote, axisNote) <= maxWidth ? tokenNote : shortNote
  return [
    ...titleLine(x, [title, ''], [tokenTitle, '']),
    ...titleLine(x, ['', shorten(note, maxWidth, axisNote)], ['', note]),
  ]
}

type TitleAndNote = readonly [title: string, note: string]

/** Returns a line as it is drawn, with its whole texts if they differ; none if it is empty. */
function titleLine(x: number, shown: TitleAndNote, whole: TitleAndNote): readonly AxisTitleLine[] {
  const [title, note] = shown
  if (title === '' && note === '') return []
  const isWhole = title === whole[0] && note === whole[1]
  return [{ x, y: 0, title, note, ...(!isWhole && { whole: { title: whole[0], note: whole[1] } }) }]
}

/** Returns the line of title and note that fits: the title is shortened rather than the way that the axis runs lost. */
function axisTitleLine(
  { tokenTitle, tokenNote, shortNote = tokenNote }: PlotText,
  center: number,
  maxWidth: number,
  { axisTitle, axisNote }: LayoutStyle,
): readonly AxisTitleLine[] {
  const roomBeside = (note: string): number =>
    maxWidth - widthOf(note === '' ? '' : ` ${note}`, axisNote)
  const note = [tokenNote, shortNote].find(
    (each) => widthOf(tokenTitle, axisTitle) <= roomBeside(each),
  )
  const kept = note ?? shorten(shortNote, maxWidth / 2, axisNote)
  const title = shorten(tokenTitle, roomBeside(kept), axisTitle)
  const whole = note ?? (kept === shortNote ? shortNote : tokenNote)
  return titleLine(center, [title, kept], [tokenTitle, whole])
}
