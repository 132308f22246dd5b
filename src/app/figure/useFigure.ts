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

/** The figure on the page, with the pinned cell's place in its matrix. */
export interface PageFigure extends ShownFigure {
  readonly pinned: MatrixCell | undefined
}

export interface FigureState {
  /** Of the open tensor; that of the tensor before until it can be drawn, undefined until any can. */
  readonly figure: PageFigure | undefined
  /** Whether the open tensor has more cells than pixels, so that it matters which are shown; as soon as it is laid out. */
  readonly hasBins: boolean
}

/** The figure of the open tensor. */
export function useFigure(
  open: OpenTensor | undefined,
  { size, controlled, measure }: Room,
  theme: ThemeName,
): FigureState {
  const basis = useFigureBasis(open)
  const { tensor, id: tensorId } = open ?? {}
  const { columns, layers } = open?.windows ?? {}
  const model = useMemo(() => {
    // While another tensor's basis is made, its windows are none of the basis before.
    if (basis?.tensor !== tensor || basis === undefined || size === undefined) return undefined
    const windows = withoutAbsent({ columns, layers })
    return modelInFrame(basis, size, { theme, windows })
  }, [basis, tensor, size, theme, columns, layers])
  const hasBins = model ? hasMoreCellsThanPixels(model) : controlled?.hasBins === true
  // The controls of another tensor are drawn first: a figure of the size before would be made for nothing.
  useLayoutEffect(() => measure({ tensorId, hasBins }), [measure, tensorId, hasBins])
  const isMeasured = controlled?.tensorId === tensorId && controlled?.hasBins === hasBins
  const shown = usePicture(isMeasured ? model : undefined)
  const cell = open?.cell
  const figure = useMemo(() => {
    if (shown === undefined) return undefined
    const pinned = cell && pinnedCell(shown.model.basis.matrix, cell)
    return { ...shown, pinned }
  }, [shown, cell])
  return { figure, hasBins }
}

function hasMoreCellsThanPixels({ layout }: FigureModel): boolean {
  const { columns, layers, plot, pixelRatio } = layout.grid
  return columns.cellCount > plot.width * pixelRatio || layers.cellCount > plot.height * pixelRatio
}
