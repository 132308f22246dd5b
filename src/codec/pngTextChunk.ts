import { concatBytes } from './concatBytes'
import { pngChunk } from './pngChunk'

/**
 * Returns an `iTXt` chunk of uncompressed UTF-8 text without a language. Source: PNG specification, third edition,
 * 11.3.3.4. `keyword` has 1 to 79 ASCII letters. Throws RangeError if the text is longer than an array can be.
 */
export function pngTextChunk(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  // The keyword and its end, “not compressed”, the compression method, no language, no translated keyword. The text
  // must not contain a zero.
  const head = encoder.encode(`${keyword}\0\0\0\0\0`)
  return pngChunk('iTXt', concatBytes([head, encoder.encode(text.replaceAll('\0', '\uFFFD'))]))
}
