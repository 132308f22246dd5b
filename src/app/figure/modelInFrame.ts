import { type FigureBasis } from '../../figure/figureBasis'
import { figureModel, type FigureModel, type FigureOptions } from '../../figure/figureModel'
import { type FigureSize } from '../../layout/FigureLayout'

/** Room for the figure and, where there is one, the overview below it. */
export interface FrameSize extends FigureSize {
  /** False where the page scrolls: there an overview makes no figure lower. */
  readonly isHeightFixed: boolean
}

/** The overview's strip with its margins, in CSS pixels. */
const OVERVIEW_ROOM = 44

/** Columns narrower than this have no label each: then an overview says where in the whole the view is. */
const LABELLED_COLUMN = 14

/** The figure for a frame, lower by the overview's room from the start: it must not be made once more for it. */
export function modelInFrame(
  basis: FigureBasis,
  { isHeightFixed, ...size }: FrameSize,
  options: Omit<FigureOptions, 'size'>,
): FigureModel {
  const lower = { ...size, height: size.height - (isHeightFixed ? OVERVIEW_ROOM : 0) }
  // The plot is narrower than the frame, so that mostly one layout is enough.
  if (isOverviewed(basis.matrix.columnCount, size.width)) {
    return figureModel(basis, { ...options, size: lower })
  }
  const model = figureModel(basis, { ...options, size })
  return hasOverview(model) ? figureModel(basis, { ...options, size: lower }) : model
}

/** Whether there are more columns than can be labelled. */
export function hasOverview({ layout }: FigureModel): boolean {
  const { columns, plot } = layout.grid
  return isOverviewed(columns.cellCount, plot.width)
}

function isOverviewed(columnCount: number, width: number): boolean {
  return columnCount * LABELLED_COLUMN > width
}
