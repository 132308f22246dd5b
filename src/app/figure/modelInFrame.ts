import { type FigureBasis } from '../../figure/figureBasis'
import { figureModel, type FigureModel, type FigureOptions } from '../../figure/figureModel'
import { type FigureSize } from '../../layout/FigureLayout'

/** Room for the figure and the overview below it, if there is one. */
export interface FrameSize extends FigureSize {
  /** False if the page scrolls: an overview then does not reduce the figure's height. */
  readonly isHeightFixed: boolean
}

/** Height of the overview's strip and its margins in CSS pixels. */
const OVERVIEW_ROOM = 44

/**
 * Least width in CSS pixels of a column with a label. If columns are narrower, an overview shows the place of the view
 * in the whole.
 */
const LABELLED_COLUMN = 14

/**
 * Returns the figure for a frame. If it has an overview, the overview's room is left free from the start, so that the
 * figure need not change when the overview appears.
 */
export function modelInFrame(
  basis: FigureBasis,
  { isHeightFixed, ...size }: FrameSize,
  options: Omit<FigureOptions, 'size'>,
): FigureModel {
  const lower = { ...size, height: size.height - (isHeightFixed ? OVERVIEW_ROOM : 0) }
  // The plot is narrower than the frame, so one layout is usually enough.
  if (isOverviewed(basis.matrix.columnCount, size.width)) {
    return figureModel(basis, { ...options, size: lower })
  }
  const model = figureModel(basis, { ...options, size })
  return hasOverview(model) ? figureModel(basis, { ...options, size: lower }) : model
}

/** Returns true if the plot has more columns than can have labels. */
export function hasOverview({ plots }: FigureModel): boolean {
  const { columns, plot } = plots[0].layout.grid
  return isOverviewed(columns.cellCount, plot.width)
}

function isOverviewed(columnCount: number, width: number): boolean {
  return columnCount * LABELLED_COLUMN > width
}
