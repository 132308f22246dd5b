import { ENVELOPE_KEYWORD } from '../../codec/envelope'
import { withSvgTensor } from '../../export/withSvgTensor'
import { type NamedBlob } from './useLoader'

/** Marks the origin that is the page itself. */
export const EMBEDDED = 'page'

/** Whether the page carries a tensor. */
export function isCarrying(): boolean {
  return elementOf() !== null
}

/** The tensor that a saved page carries, as a figure that can be opened; undefined in the plain page. */
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
