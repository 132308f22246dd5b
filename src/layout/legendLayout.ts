import { wrapText } from './shorten'
import { lineHeight, widthOf, type TextStyle } from './TextStyle'

/** States of cells that are not in the ramp, or pale. */
export type LegendKind = 'padding' | 'unaligned' | 'missing' | 'below' | 'above' | 'faded'

/** An entry of the legend. */
export interface LegendEntry {
  readonly kind: LegendKind
  /** Empty for an entry of which only the room is left. */
  readonly text: string
  /** A text whose width is left free at least; default the text. */
  readonly room?: string
}

/** A line of an entry with the top left corner of its swatch, in CSS pixels of the figure. */
export interface LegendItem extends LegendEntry {
  readonly x: number
  readonly y: number
  /** Whether the line continues the one above, and has no swatch. */
  readonly isContinued: boolean
}

/** Size of a swatch, and its distance from its text, in CSS pixels. */
export const SWATCH_WIDTH = 18
export const SWATCH_HEIGHT = 12
export const SWATCH_GAP = 6
const ITEM_GAP = 18
const ROW_HEIGHT = 20

export interface LegendLayout {
  readonly items: readonly LegendItem[]
  /** 0 without items. */
  readonly height: number
}

/** Largest width of a row of the legend, and the style of its texts. */
interface LegendRoom {
  readonly maxWidth: number
  readonly caption: TextStyle
}

/** Most lines of an entry. */
const MOST_LINES = 3

/** Lays out entries side by side from (x, y) on, wrapped to `maxWidth` CSS pixels. */
export function legendLayout(
  entries: readonly LegendEntry[],
  x: number,
  y: number,
  { maxWidth, caption }: LegendRoom,
): LegendLayout {
  let left = 0
  let top = 0
  const indent = SWATCH_WIDTH + SWATCH_GAP
  const linesOf = (text: string): readonly string[] =>
    wrapText(text, maxWidth - indent, caption, MOST_LINES)
  const items = entries.flatMap(({ kind, text, room = '' }): readonly LegendItem[] => {
    const [lines, roomLines] = [linesOf(text), linesOf(room)]
    const width =
      indent + Math.max(...[...lines, ...roomLines].map((line) => widthOf(line, caption)))
    if (left > 0 && left + width > maxWidth) {
      left = 0
      top += ROW_HEIGHT
    }
    const [itemX, itemY] = [x + left, y + top]
    left += width + ITEM_GAP
    top += (Math.max(lines.length, roomLines.length, 1) - 1) * lineHeight(caption)
    return lines.map((line, k) => {
      return { kind, text: line, x: itemX, y: itemY + k * lineHeight(caption), isContinued: k > 0 }
    })
  })
  return { items, height: entries.length === 0 ? 0 : top + ROW_HEIGHT }
}
