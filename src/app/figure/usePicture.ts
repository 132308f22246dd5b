import { useEffect, useState } from 'react'
import { cellPicture, hasShapes, MAX_SHAPES, type CellPicture } from '../../figure/CellPicture'
import { type FigureModel } from '../../figure/figureModel'
import { type FigureSize } from '../../layout/FigureLayout'
import { binsOf, type Bins } from '../../tensor/Bins'
import { nextTask } from '../derive/inSlices'
import { binsInSlices } from './binsInSlices'
import { MAX_CELLS_AT_ONCE } from './displayedSoon'

/** A figure that can be drawn. */
export interface ShownFigure {
  readonly model: FigureModel
  readonly picture: CellPicture
  /** Whether the picture is that of the model's windows, not one that is stretched until it follows. */
  readonly isExact: boolean
}

/**
 * The figure to draw for a model: at once where that takes a moment, else as soon as its raster is made. Until then the
 * last raster of the same cells is stretched, or the figure before stays.
 */
export function usePicture(model: FigureModel | undefined): ShownFigure | undefined {
  const [last, setLast] = useState<ShownFigure>()
  const now = model && shownNow(model, last)
  const isLate = model !== undefined && now === undefined
  // Making a raster may take longer than a frame, so it is made in slices beside the page's other work.
  useEffect(() => {
    if (!isLate) return undefined
    const controller = new AbortController()
    void shownSoon(model, controller.signal).then((shown) => {
      if (shown !== undefined) setLast(shown)
    })
    return () => controller.abort()
  }, [model, isLate])
  if (now !== undefined) {
    if (last !== now) setLast(now)
    return now
  }
  return model && isStretchable(model, last)
    ? { model, picture: last.picture, isExact: false }
    : last
}

/**
 * The figure where it is there or made in a moment: of few shapes, or of few cells. Only the frames of a gesture, over
 * which the last raster can be stretched, do not wait for another one.
 */
function shownNow(model: FigureModel, last: ShownFigure | undefined): ShownFigure | undefined {
  if (last?.model === model) return last
  const isFew = model.source.matrix.tensor.values.length <= MAX_CELLS_AT_ONCE
  const isGesture = isStretchable(model, last) && isSameSize(model.size, last.model.size)
  const isQuick = hasShapes(model.layout.grid, maxShapesOf(model)) || (isFew && !isGesture)
  return isQuick ? shownWith(model, binsOf(model.source)) : undefined
}

async function shownSoon(
  model: FigureModel,
  signal: AbortSignal,
): Promise<ShownFigure | undefined> {
  const bins = await binsInSlices(model.source, signal)
  if (bins === undefined) return undefined
  await nextTask()
  return signal.aborted ? undefined : shownWith(model, bins)
}

function shownWith(model: FigureModel, bins: Bins): ShownFigure {
  const { basis, theme, layout } = model
  const input = { basis, theme, isCompressed: false, maxShapes: maxShapesOf(model) }
  return { model, picture: cellPicture(input, layout.grid, bins), isExact: true }
}

function maxShapesOf({ layout }: FigureModel): number {
  const { span, cellCount } = layout.grid.columns
  return span >= cellCount ? MAX_SHAPES.screen : MAX_SHAPES.zoomed
}

function isSameSize(a: FigureSize, b: FigureSize): boolean {
  return a.width === b.width && a.height === b.height && a.pixelRatio === b.pixelRatio
}

/** Whether the last figure's raster shows the same cells in the same colors, if other windows of them. */
function isStretchable(model: FigureModel, last: ShownFigure | undefined): last is ShownFigure {
  return (
    last?.picture.kind === 'raster' &&
    last.model.basis === model.basis &&
    last.model.theme === model.theme
  )
}
