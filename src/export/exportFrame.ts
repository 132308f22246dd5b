import { physicalSizeChunk } from '../codec/pngChunk'
import { type FigureSize } from '../layout/FigureLayout'
import { paperOf, pixelScale } from '../layout/paperOf'
import { type View } from '../tensor/View'

/** Pixel ratio of rasters in SVG files. */
const SVG_PIXEL_RATIO = 2

/** The size of an exported figure. */
export interface ExportFrame {
  /** The size for which the figure is laid out. */
  readonly size: FigureSize
  /** Width of an SVG on paper in millimetres; absent if the width is in CSS pixels. */
  readonly physicalWidth?: number
  /** PNG chunks that state the size on paper. */
  readonly pngChunks: readonly Uint8Array[]
  /** Returns the PNG pixels per CSS pixel of the figure, given the width of its layout. */
  readonly scaleOf: (figureWidth: number) => number
}

/**
 * Returns the frame for the view's paper. If it has none, the frame is that of the screen, with `scale` PNG pixels per
 * CSS pixel.
 */
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
