import { physicalSizeChunk } from '../codec/pngChunk'
import { type FigureSize } from '../layout/LayoutInput'
import { paperOf } from '../layout/paper'
import { type View } from '../tensor/View'

/** Pixel ratio of rasters in SVG files. */
const SVG_PIXEL_RATIO = 2

const PIXELS_PER_INCH = 96

/** The size of an exported figure. */
export interface ExportFrame {
  /** The size for which the figure is laid out. */
  readonly size: FigureSize
  /** Millimetres on paper per CSS pixel of the layout; absent if lengths are in CSS pixels. */
  readonly mmPerPixel?: number
  /** PNG chunks that state the physical size. */
  readonly pngChunks: readonly Uint8Array[]
  /** PNG pixels per CSS pixel of the layout. */
  readonly scale: number
}

/**
 * Returns the frame for the view's paper. If it has none, the frame is that of the screen, with `scale` PNG pixels per
 * CSS pixel, and 96 CSS pixels are an inch.
 */
export function exportFrame(
  kind: 'svg' | 'png',
  view: View,
  screen: FigureSize,
  scale: number,
): ExportFrame {
  const paper = paperOf(view)
  if (paper === undefined) {
    const pixelRatio = kind === 'png' ? scale : SVG_PIXEL_RATIO
    const pngChunks = [physicalSizeChunk(PIXELS_PER_INCH * scale)]
    return { size: { ...screen, pixelRatio }, pngChunks, scale }
  }
  const { size, mmPerPixel, dpi } = paper
  return {
    size,
    ...(kind === 'svg' && { mmPerPixel }),
    pngChunks: [physicalSizeChunk(dpi)],
    scale: size.pixelRatio,
  }
}
