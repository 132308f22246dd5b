import { type Sliced } from '../analysis/Sliced'
import { ENVELOPE_KEYWORD } from '../codec/envelope'
import { pngTextChunk, withPngChunks } from '../codec/pngChunk'
import { exportedParts, type ExportedFigure } from './ExportedFigure'
import { sourceOf } from '../tensor/Tensor'
import { piecesOf } from '../text/cutText'
import { exportFrame } from './exportFrame'
import { type ExportHost } from './ExportHost'
import { type ExportOptions } from './ExportOptions'
import { standaloneFigure, type PictureOptions } from './svgFile'
import { svgText } from './xml/serialize'

/** Returns the figure as a PNG file that carries its tensor. Rejects as the host's `rasterized` does. */
export async function pngFile(
  figure: ExportedFigure,
  options: PictureOptions & Pick<ExportOptions, 'scale'>,
  host: ExportHost,
): Promise<Uint8Array<ArrayBuffer>> {
  const frame = exportFrame('png', figure.view, figure.size, Number(options.scale))
  const parts = await exportedParts({ ...figure, size: frame.size }, options, host)
  const { basis, title, description, packed } = parts
  const shown = { ...figure, ...options }
  const { element, width, height } = await host.inSlices(standaloneFigure(parts, frame, shown))
  const source = sourceOf(basis.tensor, basis.view.query)
  const texts = { title, description, source, software: host.software }
  const size = { width, height, scale: frame.scale }
  const png = await host.rasterized(svgText(element), size)
  const textChunks = await host.inSlices(pngTextChunks(texts, packed))
  return withPngChunks(png, [...frame.pngChunks, ...textChunks])
}

/** Texts in a PNG for other programs; texts that are empty or absent are left out. */
export interface PictureTexts {
  readonly title: string
  /** Text alternative of the figure. */
  readonly description: string
  readonly source?: string | undefined
  /** Name and version of the program that wrote the picture. */
  readonly software: string
}

/** Characters that are encoded in one step: a few milliseconds of work. */
const STEP = 1 << 19

/** Returns the PNG chunks of these texts and, unless it is empty, of a packed tensor (base64), in parts. */
export function* pngTextChunks(texts: PictureTexts, packed: string): Sliced<Uint8Array[]> {
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['Title', texts.title],
    ['Description', texts.description],
    ['Source', texts.source],
    ['Software', texts.software],
    [ENVELOPE_KEYWORD, packed],
  ]
  const parts: Uint8Array[] = []
  for (const [keyword, text] of entries) {
    if (text) parts.push(...(yield* pngTextChunk(keyword, piecesOf(text, STEP))))
  }
  return parts
}
