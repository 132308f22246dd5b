import { shorten, widthOf, type TextStyle } from './shorten'

/** Breaks prose at spaces into lines of at most `maxWidth` CSS pixels; the last of `maxLines` is shortened if need be. */
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
