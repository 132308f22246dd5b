import { CAPTION } from './metrics'
import { shorten, widthOf } from './shorten'

/** What a swatch of the legend stands for; the figure knows how each is painted. */
export type LegendKind = 'padding' | 'missing' | 'below' | 'above'

export interface LegendEntry {
  readonly kind: LegendKind
  readonly text: string
}

export interface LegendItem extends LegendEntry {
  /** Top left corner of the swatch. */
  readonly x: number
  readonly y: number
}

export const SWATCH_WIDTH = 18
export const SWATCH_HEIGHT = 12
export const SWATCH_GAP = 6
const ITEM_GAP = 18
const ROW_HEIGHT = 20

export interface LegendLayout {
  readonly items: readonly LegendItem[]
  readonly height: number
}

/** Entries side by side from (x, y), wrapped to `maxWidth` CSS pixels. */
export function legendLayout(
  entries: readonly LegendEntry[],
  x: number,
  y: number,
  maxWidth: number,
): LegendLayout {
  let left = 0
  let top = 0
  const items = entries.map((entry) => {
    const text = shorten(entry.text, maxWidth - SWATCH_WIDTH - SWATCH_GAP, CAPTION)
    const width = SWATCH_WIDTH + SWATCH_GAP + widthOf(text, CAPTION)
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
