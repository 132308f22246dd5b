import { ENVELOPE_KEYWORD } from '../../codec/envelope'
import { withSvgTensor } from '../../export/withSvgTensor'
import { type NamedBlob } from './useLoader'

/** Origin of the tensor that the page itself carries. */
export const EMBEDDED = 'page'

/** Returns true if the page carries a tensor. */
export function isCarrying(): boolean {
  return elementOf() !== null
}

/**
 * Returns the tensor that a saved page carries, as an SVG figure that can be opened. Undefined if the page carries
 * none.
 */
export function embeddedTensor(): NamedBlob | undefined {
  const text = elementOf()?.textContent
  if (text === undefined) return undefined
  const packed = text.replaceAll(/["\s]/gu, '')
  const blob = new Blob(withSvgTensor('<svg></svg>', packed))
  return { name: document.title, origin: EMBEDDED, blob }
}

function elementOf(): Element | null {
  return document.querySelector(`script#${ENVELOPE_KEYWORD}`)
}
