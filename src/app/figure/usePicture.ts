import { useEffect, useMemo, useState } from 'react'
import { hasShapes, MAX_SHAPES, rasterPicture, type CellPicture } from '../../figure/CellPicture'
import { type FigureModel } from '../../figure/figureModel'
import { binsOf } from '../../tensor/Bins'
import { binsInSlices, nextTask } from './binsInSlices'

/** A figure that can be drawn. */
export interface ShownFigure {
  readonly model: FigureModel
  readonly picture: CellPicture
  /** Whether the picture is that of the model's windows, not one that is stretched until it follows. */
  readonly isExact: boolean
}

/**
 * The figure to draw for a model: cells that are few enough to be shapes at once, a raster as soon as it is made. Until
 * then the last raster of the same cells is stretched, or the figure before stays.
 */
export function usePicture(model: FigureModel | undefined): ShownFigure | undefined {
  const [last, setLast] = useState<ShownFigure>()
  const shapes = useMemo(() => (model === undefined ? undefined : shapesOf(model)), [model])
  // Making a raster takes longer than a frame, so it is made in slices beside the page's other work.
  useEffect(() => {
    if (model === undefined || shapes !== undefined) return undefined
    const controller = new AbortController()
    void rasterOf(model, controller.signal).then((shown) => {
      if (shown !== undefined) setLast(shown)
    })
    return () => controller.abort()
  }, [model, shapes])
  if (shapes !== undefined) {
    if (last !== shapes) setLast(shapes)
    return shapes
  }
  if (last === undefined || model === undefined || last.model === model) return last
  const isSame = last.model.basis === model.basis && last.model.theme === model.theme
  return isSame && last.picture.kind === 'raster'
    ? { model, picture: last.picture, isExact: false }
    : last
}

/** A zoomed figure is drawn anew many times a second: only so many shapes are made within a frame. */
const MAX_ZOOMED_SHAPES = 1500

function shapesOf(model: FigureModel): ShownFigure | undefined {
  const { grid } = model.layout
  const isWhole = grid.columns.span >= grid.columns.cellCount
  if (!hasShapes(grid, isWhole ? MAX_SHAPES : MAX_ZOOMED_SHAPES)) return undefined
  return { model, picture: { kind: 'shapes', bins: binsOf(model.source) }, isExact: true }
}

async function rasterOf(model: FigureModel, signal: AbortSignal): Promise<ShownFigure | undefined> {
  const bins = await binsInSlices(model.source, signal)
  if (bins === undefined) return undefined
  await nextTask()
  if (signal.aborted) return undefined
  const { basis, theme, layout } = model
  const picture = rasterPicture({ basis, theme, isCompressed: false }, layout.grid, bins)
  return { model, picture, isExact: true }
}
