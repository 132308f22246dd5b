import { type FigureModel } from '../../figure/figureModel'
import { paperOf } from '../../layout/paper'
import { type FrameSize } from './useSize'

/** The scale of a figure for paper on the page: as large as the frame, or as large as on paper. */
export type PaperFit = 'fit' | 'true-size'

/** Free space in the frame around a figure for paper, in CSS pixels. */
const PAPER_MARGIN = 16

/** Least height in CSS pixels of a figure that is the preview of an answer. */
const LEAST_PREVIEW = 120

/**
 * Returns the scale at which a figure is shown: 1 on the screen, but more in a large window, and less for a preview that
 * must be in view.
 */
export function shownScale(
  model: FigureModel,
  frame: FrameSize | undefined,
  fit: PaperFit,
): number {
  const preview = Math.max(LEAST_PREVIEW, frame?.previewHeight ?? Infinity)
  return Math.min(paperScale(model, frame, fit), preview / model.layout.height)
}

function paperScale(
  { basis, size, layout }: FigureModel,
  frame: FrameSize | undefined,
  fit: PaperFit,
): number {
  const paper = size.paper && paperOf(basis.view)
  if (frame === undefined) return 1
  if (paper === undefined) return size.isEnlarged === true ? size.pixelRatio / frame.pixelRatio : 1
  if (fit === 'true-size') return (paper.mmPerPixel / MM_PER_INCH) * PIXELS_PER_INCH
  const width = (frame.width - 2 * PAPER_MARGIN) / layout.width
  const height = (frame.height - 2 * PAPER_MARGIN) / layout.height
  return Math.max(LEAST_SCALE, frame.isHeightFixed ? Math.min(width, height) : width)
}

const MM_PER_INCH = 25.4
const PIXELS_PER_INCH = 96
const LEAST_SCALE = 0.1
