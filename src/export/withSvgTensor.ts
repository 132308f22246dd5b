import { ENVELOPE_NAMESPACE } from '../codec/envelope'

const END = '</svg>'

/**
 * Largest length of the text of one element, in characters: libxml2, which many programs use to read XML, accepts no
 * text of more than 10 million.
 */
const MAX_TEXT = 8_000_000

/** Returns the text of an SVG file with a packed tensor (base64) at its end, in pieces for a Blob. */
export function withSvgTensor(svg: string, packed: string): string[] {
  if (packed === '') return [svg]
  const end = svg.lastIndexOf(END)
  const pieces = [svg.slice(0, end), '  <metadata>']
  for (let start = 0; start < packed.length; start += MAX_TEXT) {
    const part = packed.slice(start, start + MAX_TEXT)
    pieces.push(`<tensor xmlns="${ENVELOPE_NAMESPACE}">`, part, '</tensor>')
  }
  return [...pieces, '</metadata>\n', svg.slice(end)]
}
