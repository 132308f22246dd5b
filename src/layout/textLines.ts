import { type TextLine } from './FigureLayout'
import { lineHeight } from './metrics'
import { type TextStyle } from './shorten'

/** Returns lines of text below `top`, their left ends at x. */
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
