import { withSvgTensor } from '../../export/withSvgTensor'
import { ENVELOPE_KEYWORD } from '../../formats/envelope/envelopeNames'
import { type NamedBlob } from '../state/useLoader'

/** Marks the origin that is the page itself. */
export const EMBEDDED = 'page'

/** The tensor that a saved page carries, as a figure that can be opened; undefined in the plain page. */
export function embeddedTensor(): NamedBlob | undefined {
  const text = document.querySelector(`script#${ENVELOPE_KEYWORD}`)?.textContent
  if (text === undefined) return undefined
  const packed = text.replaceAll(/["\s]/gu, '')
  return {
    name: document.title,
    origin: EMBEDDED,
    blob: new Blob(withSvgTensor('<svg></svg>', packed)),
  }
}
