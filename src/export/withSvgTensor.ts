import { ENVELOPE_NAMESPACE } from '../formats/envelope/envelopeNames'

const END = '</svg>'

/** An SVG file's text with a packed tensor (base64) as its last element, in pieces for a Blob. */
export function withSvgTensor(svg: string, packed: string): string[] {
  if (packed === '') return [svg]
  const end = svg.lastIndexOf(END)
  return [
    svg.slice(0, end),
    `  <metadata><tensor xmlns="${ENVELOPE_NAMESPACE}">`,
    packed,
    '</tensor></metadata>\n',
    svg.slice(end),
  ]
}
