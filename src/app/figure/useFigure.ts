import { useLayoutEffect, useMemo } from 'react'
import { pinnedCell, type FigureModel } from '../../figure/figureModel'
import { type ThemeName } from '../../figure/FigureTheme'
import { type MatrixCell } from '../../tensor/binContents'
import { withoutAbsent } from '../../tensor/Windows'
import { type OpenTensor } from '../state/AppState'
import { modelInFrame } from './modelInFrame'
import { useFigureBasis } from './useFigureBasis'
import { usePicture, type ShownFigure } from './usePicture'
import { type Room } from './useSize'

/** The figure on the page, and the place of the pinned cell in its matrix. */
export interface PageFigure extends ShownFigure {
  readonly pinned: MatrixCell | undefined
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
): FigureState {
  const basis = useFigureBasis(open)
  const { tensor, id: tensorId } = open ?? {}
  const { columns, layers } = open?.windows ?? {}
  const model = useMemo(() => {
    // While the basis of another tensor is being made, its windows do not fit the current basis.
    if (basis?.tensor !== tensor || basis === undefined || size === undefined) return undefined
    const windows = withoutAbsent({ columns, layers })
    return modelInFrame(basis, size, { theme, windows })
  }, [basis, tensor, size, theme, columns, layers])
  const hasBins = model ? hasMoreCellsThanPixels(model) : controlled?.hasBins === true
  // The controls of another tensor are drawn first, since they may change the frame's size; a figure of the old size
  // would be wasted.
  useLayoutEffect(() => measure({ tensorId, hasBins }), [measure, tensorId, hasBins])
  const isMeasured = controlled?.tensorId === tensorId && controlled?.hasBins === hasBins
  const shown = usePicture(isMeasured ? model : undefined)
  const cell = open?.cell
  const figure = useMemo(() => {
    if (shown === undefined) return undefined
    const pinned = cell && pinnedCell(shown.model.plots[0].basis.matrix, cell)
    return { ...shown, pinned }
  }, [shown, cell])
  return { figure, hasBins }
}

function hasMoreCellsThanPixels({ plots }: FigureModel): boolean {
  const { columns, layers, plot, pixelRatio } = plots[0].layout.grid
  return columns.cellCount > plot.width * pixelRatio || layers.cellCount > plot.height * pixelRatio
}
