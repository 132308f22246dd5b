import { shorten } from './shorten'
import { widthOf, type TextStyle } from './TextStyle'

/** States of cells that are not in the ramp, or pale. */
export type LegendKind = 'padding' | 'unaligned' | 'missing' | 'below' | 'above' | 'faded'

/** An entry of the legend. */
export interface LegendEntry {
  readonly kind: LegendKind
  readonly text: string
  /** A text whose width is left free at least; default the text. */
  readonly room?: string
}

/** An entry with the top left corner of its swatch, in CSS pixels of the figure. */
export interface LegendItem extends LegendEntry {
  readonly x: number
  readonly y: number
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

/** Lays out entries side by side from (x, y) on, wrapped to `maxWidth` CSS pixels. */
export function legendLayout(
  entries: readonly LegendEntry[],
  x: number,
  y: number,
  { maxWidth, caption }: LegendRoom,
): LegendLayout {
  let left = 0
  let top = 0
  const items = entries.map((entry) => {
    const text = shorten(entry.text, maxWidth - SWATCH_WIDTH - SWATCH_GAP, caption)
    const longest = Math.max(widthOf(text, caption), widthOf(entry.room ?? '', caption))
    const width = SWATCH_WIDTH + SWATCH_GAP + Math.min(longest, maxWidth)
    if (left > 0 && left + width > maxWidth) {
      left = 0
      top += ROW_HEIGHT
    }
    const item = { kind: entry.kind, text, x: x + left, y: y + top }
    left += width + ITEM_GAP
    return item
  })
  return { items, height: entries.length === 0 ? 0 : top + ROW_HEIGHT }
}
