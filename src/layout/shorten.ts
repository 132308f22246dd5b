import { beginningOf } from '../text/cutText'
import { textWidth, type Face } from './textWidth'

/** How a text is set: size in CSS pixels, face, weight. */
export interface TextStyle {
  readonly fontSize: number
  readonly face: Face
  readonly isBold?: boolean
}

export const ELLIPSIS = '…'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

export function widthOf(text: string, style: TextStyle): number {
  return textWidth(text, style.fontSize, style.face, style.isBold)
}

/**
 * The text itself where it is at most `maxWidth` CSS pixels wide; else its longest beginning with an ellipsis. Cuts
 * between grapheme clusters, so no emoji or accented letter falls apart. Empty where not even the ellipsis fits. The
 * work is bounded by `maxWidth`, not by the text's length.
 */
export function shorten(text: string, maxWidth: number, style: TextStyle): string {
  // No character but a mark is narrower than 0.3 em, and marks stack at most a few high in any real text.
  const bound = Math.ceil(maxWidth / (style.fontSize * 0.04)) + 8
  const head = text.length > bound ? beginningOf(text, bound) : text
  if (head.length === text.length && widthOf(text, style) <= maxWidth) return text
  const room = maxWidth - widthOf(ELLIPSIS, style)
  if (room < 0) return ''
  let kept = ''
  let width = 0
  for (const { segment } of segmenter.segment(head)) {
    width += widthOf(segment, style)
    if (width > room) break
    kept += segment
  }
  return kept + ELLIPSIS
}
