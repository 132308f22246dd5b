import { physicalSizeChunk } from '../codec/pngChunk'
import { type FigureSize } from '../layout/LayoutInput'
import { TICK } from '../layout/TextStyle'
import { type View } from '../tensor/View'

/** Pixel ratio of rasters in SVG files. */
const SVG_PIXEL_RATIO = 2

/** The size of an exported figure. */
export interface ExportFrame {
  /** The size for which the figure is laid out. */
  readonly size: FigureSize
  /** Width of an SVG on paper in millimetres; absent if the width is in CSS pixels. */
  readonly physicalWidth?: number
  /** PNG chunks that state the physical size. */
  readonly pngChunks: readonly Uint8Array[]
  /** Returns the PNG pixels per CSS pixel of the figure, given the width of its layout. */
  readonly scaleOf: (figureWidth: number) => number
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
  const paper = paperOf(view, screen)
  if (paper === undefined) {
    const pixelRatio = kind === 'png' ? scale : SVG_PIXEL_RATIO
    const pngChunks = [physicalSizeChunk(PIXELS_PER_INCH * scale)]
    return { size: { ...screen, pixelRatio }, pngChunks, scaleOf: () => scale }
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

const MM_PER_INCH = 25.4
const PIXELS_PER_INCH = 96
const POINTS_PER_INCH = 72

/** Point size of the tick labels of a figure as it is laid out. */
const LAYOUT_POINTS = (TICK.fontSize * POINTS_PER_INCH) / PIXELS_PER_INCH

/** Usual sizes of a kind of paper. */
interface PaperKind {
  /** In millimetres; absent if the figure has its size on the screen. */
  readonly width?: number
  /** In millimetres; absent for the proportions of the screen. */
  readonly height?: number
  /** Size of the tick labels in points. */
  readonly points: number
  /** Pixels per inch of a PNG. */
  readonly dpi: number
}

/** Columns are as wide as in most journals, to a few millimetres; the slide is a widescreen one. */
const paperKinds: Readonly<Record<View['paper'], PaperKind>> = {
  screen: { points: LAYOUT_POINTS, dpi: 300 },
  column: { width: 85, points: 7, dpi: 300 },
  columns: { width: 178, points: 8, dpi: 300 },
  slide: { width: 254, height: 143, points: 14, dpi: 150 },
  poster: { width: 500, points: 24, dpi: 150 },
}

/** The size of a figure on paper. */
interface Paper {
  /** Size of the layout in CSS pixels, with which the text on paper has the chosen size. */
  readonly width: number
  readonly height: number
  /** Width on paper, in millimetres. */
  readonly physicalWidth: number
  /** Pixels per inch of a PNG. */
  readonly dpi: number
}

/**
 * Returns the size on paper that a view sets, or undefined if it sets no width. If it sets no height, the figure has
 * the proportions of that on the screen.
 */
export function paperOf(
  view: View,
  screen: { readonly width: number; readonly height: number },
): Paper | undefined {
  const kind = paperKinds[view.paper]
  const physicalWidth = view.paper_width ?? kind.width
  if (physicalWidth === undefined) return undefined
  const physicalHeight =
    view.paper_height ?? kind.height ?? (physicalWidth * screen.height) / screen.width
  const points = view.font_size ?? kind.points
  const pixelsPerMm = (PIXELS_PER_INCH / MM_PER_INCH) * (LAYOUT_POINTS / points)
  return {
    width: Math.round(physicalWidth * pixelsPerMm),
    height: Math.round(physicalHeight * pixelsPerMm),
    physicalWidth,
    dpi: view.dpi ?? kind.dpi,
  }
}

/** Returns the pixels of a PNG for paper per CSS pixel of the figure, given the width of its layout. */
export function pixelScale({ physicalWidth, dpi }: Paper, figureWidth: number): number {
  return ((physicalWidth / MM_PER_INCH) * dpi) / figureWidth
}
