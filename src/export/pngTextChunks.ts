import { ENVELOPE_KEYWORD } from '../codec/envelope'
import { pngTextChunk } from '../codec/pngChunk'

/** Texts in a PNG for other programs; texts that are empty or absent are left out. */
export interface PictureTexts {
  readonly title: string
  /** Text alternative of the figure. */
  readonly description: string
  readonly source?: string | undefined
  /** Name and version of the program that wrote the picture. */
  readonly software: string
}

/** Returns the PNG chunks of these texts and, unless it is empty, of a packed tensor (base64). */
export function pngTextChunks(texts: PictureTexts, packed: string): Uint8Array[] {
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['Title', texts.title],
    ['Description', texts.description],
    ['Source', texts.source],
    ['Software', texts.software],
    [ENVELOPE_KEYWORD, packed],
  ]
  return entries.flatMap(([keyword, text]) => (text ? [pngTextChunk(keyword, text)] : []))
}
