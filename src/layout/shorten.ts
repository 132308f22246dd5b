import { beginningOf } from '../text/cutText'
import { lineHeight, widthOf, type TextStyle } from './TextStyle'

export const ELLIPSIS = '…'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Returns the text if it is at most `maxWidth` CSS pixels wide, else its longest beginning with an ellipsis; empty if
 * the ellipsis alone is too wide. Cuts between grapheme clusters, so that no emoji or accented letter falls apart. The
 * work is bounded by `maxWidth`, not by the length of the text.
 */
export function shorten(text: string, maxWidth: number, style: TextStyle): string {
  // All characters except marks are at least 0.3 em wide, and few marks stand on one letter in any real text.
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

/**
 * Breaks prose at spaces into lines of at most `maxWidth` CSS pixels. If it needs more than `maxLines` lines, the last
 * one is shortened.
 */
export function wrapText(
  text: string,
  maxWidth: number,
  style: TextStyle,
  maxLines: number,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  const words = text.split(' ').filter((word) => word !== '')
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || widthOf(longer, style) <= maxWidth) {
      line = longer
    } else if (lines.length === maxLines - 1) {
      line = [line, ...words.slice(index)].join(' ')
      break
    } else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
    .filter((each) => each !== '')
    .map((each) => shorten(each, maxWidth, style))
}

/** One line of text; y is that of its baseline. */
export interface TextLine {
  readonly x: number
  readonly y: number
  readonly text: string
}

/** Returns lines of text below `top`, with their left ends at x. */
export function textLines(
  texts: readonly string[],
  x: number,
  top: number,
  style: TextStyle,
): readonly TextLine[] {
  return texts.map((text, index) => ({
    x,
    y: top + index * lineHeight(style) + style.fontSize,
    text,
  }))
}
