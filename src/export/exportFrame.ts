import { physicalSizeChunk } from '../codec/physicalSizeChunk'
import { type FigureSize } from '../layout/FigureLayout'
import { paperOf, pixelScale } from '../layout/paperOf'
import { type View } from '../tensor/View'

/** Pixel ratio of rasters in SVG files. */
const SVG_PIXEL_RATIO = 2

/** What size an exported figure has. */
export interface ExportFrame {
  /** What it is laid out for. */
  readonly size: FigureSize
  /** Of an SVG on paper, in millimetres; absent = in CSS pixels. */
  readonly physicalWidth?: number
  /** Chunks of a PNG that say its size on paper. */
  readonly pngChunks: readonly Uint8Array[]
  /** Pixels of a PNG per CSS pixel of the figure, by the width that it came out with. */
  readonly scaleOf: (figureWidth: number) => number
}

/** As the view's paper is, or as on the page with `scale` pixels of a PNG per CSS pixel. */
export function exportFrame(
  kind: 'svg' | 'png',
  view: View,
  screen: FigureSize,
  scale: number,
): ExportFrame {
  const paper = paperOf(view, screen)
  if (paper === undefined) {
    const pixelRatio = kind === 'png' ? scale : SVG_PIXEL_RATIO
    return { size: { ...screen, pixelRatio }, pngChunks: [], scaleOf: () => scale }
  }
  const { width, height, physicalWidth, dpi } = paper
  const pixelRatio = kind === 'png' ? pixelScale(paper, width) : SVG_PIXEL_RATIO
  return {
    size: { width, height, pixelRatio },
    ...(kind === 'svg' && { physicalWidth }),
    pngChunks: [physicalSizeChunk(dpi)],
    scaleOf: (figureWidth) => pixelScale(paper, figureWidth),
  }
}
