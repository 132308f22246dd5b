import { concatBytes } from './concatBytes'
import { pngChunk } from './pngChunk'

/**
 * An `iTXt` chunk of uncompressed UTF-8 text without language. Source: PNG specification, third edition, 11.3.3.4.
 * `keyword` is of 1 to 79 letters of ASCII. Text that is longer than a chunk can be throws RangeError, as all arrays do.
 */
export function pngTextChunk(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  // Keyword, end, not compressed, its method, no language, no translated keyword. The text may hold no end.
  const head = encoder.encode(`${keyword}\0\0\0\0\0`)
  return pngChunk('iTXt', concatBytes([head, encoder.encode(text.replaceAll('\0', '\uFFFD'))]))
}
