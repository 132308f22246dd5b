import { AXIS_TITLE, SUBTITLE } from './metrics'
import { shorten, widthOf } from './shorten'

/** A line of the token axis' title, centered at x: the title itself, its note, or both. */
export interface AxisTitleLine {
  readonly x: number
  readonly y: number
  readonly title: string
  readonly note: string
}

/** One line where title and note fit into `maxWidth` centered below the plot, two where they do not, none without texts; y is set by the caller. */
export function axisTitleLines(
  text: { readonly tokenTitle: string; readonly tokenNote: string },
  center: number,
  maxWidth: number,
): readonly AxisTitleLine[] {
  const { tokenTitle, tokenNote } = text
  if (tokenTitle === '' && tokenNote === '') return []
  const width = widthOf(`${tokenTitle} `, AXIS_TITLE) + widthOf(tokenNote, SUBTITLE)
  if (tokenNote === '' || width <= maxWidth) {
    const title = shorten(tokenTitle, maxWidth, AXIS_TITLE)
    return [{ x: center, y: 0, title, note: tokenNote }]
  }
  return [
    { x: center, y: 0, title: shorten(tokenTitle, maxWidth, AXIS_TITLE), note: '' },
    { x: center, y: 0, title: '', note: shorten(tokenNote, maxWidth, SUBTITLE) },
  ]
}
