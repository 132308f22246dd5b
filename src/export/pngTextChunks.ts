import { ENVELOPE_KEYWORD } from '../codec/envelope'
import { pngTextChunk } from '../codec/pngTextChunk'

/** What a picture says of itself to other programs; what is empty or absent is left out. */
export interface PictureTexts {
  readonly title: string
  /** The figure's text alternative. */
  readonly description: string
  readonly source?: string | undefined
  /** The program that wrote it, with its version. */
  readonly software: string
}

/** The chunks of a PNG with these texts, and with a packed tensor (base64) unless it is empty. */
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
