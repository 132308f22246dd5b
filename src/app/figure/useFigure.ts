import { useMemo } from 'react'
import { pinnedCell } from '../../figure/figureModel'
import { type ThemeName } from '../../figure/FigureTheme'
import { type MatrixCell } from '../../tensor/binContents'
import { type OpenTensor } from '../state/appState'
import { modelInFrame, type FrameSize } from './modelInFrame'
import { useFigureBasis } from './useFigureBasis'
import { usePicture, type ShownFigure } from './usePicture'

/** The figure on the page, with the pinned cell's place in its matrix. */
export interface PageFigure extends ShownFigure {
  readonly pinned: MatrixCell | undefined
}

/** The figure of the open tensor; that of the tensor before until it can be drawn, undefined until any can. */
export function useFigure(
  open: OpenTensor | undefined,
  size: FrameSize | undefined,
  theme: ThemeName,
): PageFigure | undefined {
  const basis = useFigureBasis(open)
  const { tensor } = open ?? {}
  const { columns, layers } = open?.windows ?? {}
  const model = useMemo(() => {
    // While another tensor's basis is made, its windows are none of the basis before.
    if (basis?.tensor !== tensor || basis === undefined || size === undefined) return undefined
    const windows = {
      ...(columns && { columnWindow: columns }),
      ...(layers && { layerWindow: layers }),
    }
    return modelInFrame(basis, size, { theme, ...windows })
  }, [basis, tensor, size, theme, columns, layers])
  const shown = usePicture(model)
  const cell = open?.view.cell
  return useMemo(() => {
    if (shown === undefined) return undefined
    const pinned = cell && pinnedCell(shown.model.basis.matrix, { cell })
    return { ...shown, pinned }
  }, [shown, cell])
}
