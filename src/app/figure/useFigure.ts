import { pinnedCell, pinnedOf } from '../../figure/plotModel'
import { openTensorOf } from '../../tensor/atLayer'
import { type FigureBasis } from '../../figure/figureBasis'
import { figureModel, type FigureModel, type FigureOptions } from '../../figure/figureModel'
import { type ThemeName } from '../../figure/FigureTheme'
import { type MatrixCell } from '../../tensor/binContents'
import { type FigureSize } from '../../layout/LayoutInput'
import { paperOf } from '../../layout/paper'
import { withoutAbsent } from '../../tensor/Windows'
import { shownBasis } from '../derive/shownBasis'
import { useDerived } from '../derive/useDerived'
import { orderProgress } from '../derive/viewOrders'
import { type OpenTensor } from '../state/AppState'
import { hasPanelBar } from './PanelBar'
import { type PaperFit, shownScale } from './shownScale'
import { usePicture, type ShownFigure } from './usePicture'
import { type FrameSize, type Room } from './useSize'
import { useLayoutEffect, useMemo } from 'react'

/** The figure on the page, and the place of the pinned cell in its matrix. */
export interface PageFigure extends ShownFigure {
  readonly pinned: MatrixCell | undefined
  /** CSS pixels of the page per CSS pixel of the figure. */
  readonly scale: number
}

/** Returns whether a figure is that of an open tensor: until it is made, that of another one may be shown. */
export function isFigureOf(
  figure: Pick<PageFigure, 'model'> | undefined,
  open: Pick<OpenTensor, 'tensor'> | undefined,
): boolean {
  return figure !== undefined && openTensorOf(figure.model.basis.tensor) === open?.tensor
}

export interface FigureState {
  /** Figure of the open tensor. Until it can be drawn, the figure before; undefined before the first. */
  readonly figure: PageFigure | undefined
  /**
   * True if the open tensor has more cells than pixels, so that the reader may choose which are shown. Valid as soon as
   * the tensor is laid out.
   */
  readonly hasBins: boolean
}

/** Returns the figure of the open tensor and its state. */
export function useFigure(
  open: OpenTensor | undefined,
  { size, controlled, measure }: Room,
  theme: ThemeName,
  fit: PaperFit,
): FigureState {
  // The basis depends neither on the pinned cell nor, unless the colors do, on the zoom, so that changing these needs no
  // pass over the cells.
  const basis = useDerived(shownBasis, open, { progress: orderProgress })?.value
  const { tensor, id: tensorId, hasAxes } = open ?? {}
  const { columns, layers } = open?.windows ?? {}
  const hasBar = hasPanelBar(open)
  const model = useMemo(() => {
    // While the basis of another tensor is being made, its windows do not fit the current basis.
    if (basis === undefined || openTensorOf(basis.tensor) !== tensor || size === undefined) {
      return undefined
    }
    const windows = withoutAbsent({ columns, layers })
    return modelInFrame(basis, { ...size, hasBar }, { theme, windows })
  }, [basis, tensor, size, hasBar, theme, columns, layers])
  const hasBins = model ? hasMoreCellsThanPixels(model) : controlled?.hasBins === true
  // The controls of another tensor are drawn first, since they may change the frame's size; a figure of the old size
  // would be wasted.
  useLayoutEffect(
    () => measure({ tensorId, hasBins, hasAxes }),
    [measure, tensorId, hasBins, hasAxes],
  )
  const isMeasured = controlled?.tensorId === tensorId && controlled?.hasBins === hasBins
  const shown = usePicture(isMeasured ? model : undefined)
  const { cell, view } = open ?? {}
  const figure = useMemo(() => {
    if (shown === undefined) return undefined
    const { basis: current } = shown.model.current
    const index = view && pinnedOf(current, { view, cell })
    const pinned = index && pinnedCell(current.matrix, index)
    return { ...shown, pinned, scale: shownScale(shown.model, size, fit) }
  }, [shown, cell, view, size, fit])
  return { figure, hasBins }
}

function hasMoreCellsThanPixels({ layout: { grid } }: FigureModel): boolean {
  const { columns, layers, plot, pixelRatio } = grid
  return columns.cellCount > plot.width * pixelRatio || layers.cellCount > plot.height * pixelRatio
}

/** Height of a strip below the figure with its margins, in CSS pixels: the overview, or the bar of panels. */
const STRIP_ROOM = 44

/**
 * Least width in CSS pixels of a column with a label. If columns are narrower, an overview shows the place of the view
 * in the whole.
 */
const LABELLED_COLUMN = 14

/** A frame, and whether it has the bar of panels. */
type BarredFrame = FrameSize & { readonly hasBar: boolean }

/**
 * Returns the figure for a frame. If it has an overview, the overview's room is left free from the start, so that the
 * figure need not change when the overview appears.
 */
export function modelInFrame(
  basis: FigureBasis,
  { isHeightFixed, stripRoom, hasBar, ...frame }: BarredFrame,
  options: Omit<FigureOptions, 'size'>,
): FigureModel {
  const paper = paperOf(basis.view)
  if (paper !== undefined) {
    return figureModel(basis, { ...options, theme: 'light', size: paper.size })
  }
  const scale = isHeightFixed ? enlargement(frame) : 1
  const room = isHeightFixed ? STRIP_ROOM / scale : Math.min(STRIP_ROOM, stripRoom)
  const whole = enlarged(frame, scale)
  const size = hasBar ? { ...whole, height: whole.height - room } : whole
  const lower = { ...size, height: size.height - room }
  // The plot is narrower than the frame, so one layout is usually enough.
  if (basis.panels === undefined && isOverviewed(basis.matrix.columnCount, size.width)) {
    return figureModel(basis, { ...options, size: lower })
  }
  const model = figureModel(basis, { ...options, size })
  return hasOverview(model) ? figureModel(basis, { ...options, size: lower }) : model
}

/** Size of a frame, in CSS pixels, from which on a figure is enlarged with its texts, and the greatest scale. */
const LARGE = { width: 1800, height: 1000 }
const MOST_SCALE = 2.5

/** Returns the number of CSS pixels of the page per CSS pixel of the figure in a large frame; 1 in others. */
function enlargement({ width, height }: FigureSize): number {
  return Math.min(MOST_SCALE, Math.max(1, Math.min(width / LARGE.width, height / LARGE.height)))
}

function enlarged(frame: FigureSize, scale: number): FigureSize {
  if (scale === 1) return frame
  const { width, height, pixelRatio } = frame
  return {
    width: width / scale,
    height: height / scale,
    pixelRatio: pixelRatio * scale,
    isEnlarged: true,
  }
}

/**
 * Returns true if the only plot has more columns than can have labels. Panels, and a figure for paper, have no overview.
 */
export function hasOverview({ plots, layout, size }: FigureModel): boolean {
  const { columns, plot } = layout.grid
  const isAlone = plots.length === 1 && size.paper === undefined
  return isAlone && isOverviewed(columns.cellCount, plot.width)
}

function isOverviewed(columnCount: number, width: number): boolean {
  return columnCount * LABELLED_COLUMN > width
}
