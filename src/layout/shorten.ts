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

/** A text as it is drawn. */
export interface FittedText {
  readonly text: string
  /** The whole text; absent unless `text` is shortened. */
  readonly fullText?: string
}

/** Returns a text shortened as `shorten` does, with the whole text if it differs. */
export function fitted(text: string, maxWidth: number, style: TextStyle): FittedText {
  const short = shorten(text, maxWidth, style)
  return short === text ? { text } : { text: short, fullText: text }
}

/**
 * Returns the texts shortened as `shorten` does. If different texts would then be equal, they are shortened where they
 * agree: `transfor…11`, or `bloc…11…` if their ends agree too, and if there is room for what differs. `maxWidthOf` returns the width of a text by its index.
 */
export function shortenTogether(
  texts: readonly string[],
  maxWidthOf: (index: number) => number,
  style: TextStyle,
): readonly string[] {
  const short = texts.map((text, index) => shorten(text, maxWidthOf(index), style))
  const cut = texts.filter((text, index) => text !== short[index])
  if (new Set(short).size === new Set(texts).size) return short
  const shared = sharedEnds(cut)
  const between = texts.map((text, index) => {
    return text === short[index] ? text : shortenBetween(text, shared, maxWidthOf(index), style)
  })
  return between.every((text) => text !== '') && new Set(between).size > new Set(short).size
    ? between
    : short
}

/** Numbers of UTF-16 units that different texts have in common. */
interface SharedEnds {
  readonly before: number
  readonly after: number
}

/** Most UTF-16 units that are compared; more of a text is nowhere drawn. */
const LONGEST = 1000

function sharedEnds(texts: readonly string[]): SharedEnds {
  const [first = ''] = texts
  const least = Math.min(LONGEST, ...texts.map((text) => text.length))
  let before = 0
  while (before < least && texts.every((text) => text[before] === first[before])) before++
  // A number is not cut: `11` differs from `10` as a whole.
  before = first.slice(0, before).replace(/[\d\ud800-\udbff]+$/u, '').length
  let after = 0
  const isSame = (text: string): boolean => text.at(-1 - after) === first.at(-1 - after)
  while (after < least - before && texts.every(isSame)) after++
  after -= /^[\d\udc00-\udfff]*/u.exec(first.slice(first.length - after))?.[0].length ?? 0
  return { before, after }
}

/**
 * Returns a text with an ellipsis for what it has in common with others, but for as much of its beginning as fits; empty
 * if its own part does not fit.
 */
function shortenBetween(
  text: string,
  { before, after }: SharedEnds,
  maxWidth: number,
  style: TextStyle,
): string {
  const own = text.slice(before, text.length - after) + (after === 0 ? '' : ELLIPSIS)
  if (own.length > LONGEST || widthOf(`${ELLIPSIS}${own}`, style) > maxWidth) return ''
  return shorten(text.slice(0, before), maxWidth - widthOf(own, style), style) + own
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
export interface TextLine extends FittedText {
  readonly x: number
  readonly y: number
}

/** The place of lines of text: their left ends, and the top of the first one. */
interface LinesPlace {
  readonly x: number
  readonly top: number
  /** The text that the lines may be only the beginning of; default the lines. */
  readonly whole?: string
}

/** Returns lines of text. If they are not the whole text, the first one has it as its `fullText`. */
export function textLines(
  texts: readonly string[],
  { x, top, whole = '' }: LinesPlace,
  style: TextStyle,
): readonly TextLine[] {
  const isCut = whole.replace(/ +/gu, ' ').trim().length > texts.join(' ').length
  return texts.map((text, index) =>
    Object.assign(
      { x, y: top + index * lineHeight(style) + style.fontSize, text },
      index === 0 && isCut && { fullText: whole },
    ),
  )
}
