import { PNG_SIGNATURE } from './pngChunk'

/** The texts in a PNG. */
export interface PngTexts {
  /**
   * Bytes of each text by keyword. Texts of `iTXt` chunks are uncompressed UTF-8, those of `tEXt` chunks are Latin-1.
   */
  readonly texts: ReadonlyMap<string, Uint8Array>
  /** Whether the file ends where its last chunk ends. False if the file was cut off. */
  readonly isWhole: boolean
}

/** Returns the text chunks of a PNG. Source: PNG specification, third edition, 5.3 and 11.3.3. */
export function pngTexts(png: Uint8Array): PngTexts {
  const texts = new Map<string, Uint8Array>()
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  let at = PNG_SIGNATURE.length
  while (at + 12 <= png.length) {
    const end = at + 8 + view.getUint32(at)
    const type = asciiOf(png.subarray(at + 4, at + 8))
    if (end + 4 > png.length) break
    const data = png.subarray(at + 8, end)
    const keywordEnd = data.indexOf(0)
    const keyword = asciiOf(data.subarray(0, Math.min(keywordEnd, 80)))
    if (type === 'tEXt') texts.set(keyword, data.subarray(keywordEnd + 1))
    if (type === 'iTXt' && data[keywordEnd + 1] === 0) {
      const languageEnd = data.indexOf(0, keywordEnd + 3)
      texts.set(keyword, data.subarray(data.indexOf(0, languageEnd + 1) + 1))
    }
    at = end + 4
    if (type === 'IEND') return { texts, isWhole: true }
  }
  return { texts, isWhole: false }
}

function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
