import { useEffect, useState } from 'react'
import { cellPicture, MAX_SHAPES, plotShapes, type CellPicture } from '../../figure/CellPicture'
import { type FigureModel } from '../../figure/figureModel'
import { type PlotModel } from '../../figure/plotModel'
import { mapPlots, type FigureSize, type Plots } from '../../layout/LayoutInput'
import { emptyBins, type Bins } from '../../tensor/Bins'
import {
  binsCost,
  cellsInMemory,
  followCells,
  type GivenBins,
  type WindowCells,
} from '../derive/CellSource'
import { MAX_COST_AT_ONCE } from '../derive/derived'
import { useWork, type Work } from '../derive/Work'

/** A figure model with a picture of the cells of each plot. */
export interface ShownFigure {
  readonly model: FigureModel
  readonly pictures: Plots<CellPicture>
  /** True if the pictures show the model's cells exactly. False if they stand in for pictures in the making. */
  readonly isExact: boolean
}

/**
 * Returns the figure to draw for a model: at once if its picture takes a moment, else as soon as its raster is made.
 * Until then, returns the last raster of the same cells, stretched, or else the previous figure.
 */
export function usePicture(model: FigureModel | undefined): ShownFigure | undefined {
  const { jobs, report } = useWork()
  const [last, setLast] = useState<ShownFigure>()
  const now = model && shownNow(model, last)
  const isLate = model !== undefined && now?.isExact !== true
  // A raster may take longer than a frame, so it is made in slices beside the page's other work.
  useEffect(() => {
    if (!isLate) return undefined
    const controller = new AbortController()
    const { signal } = controller
    follow(model, { jobs, signal }, setLast).catch((error: unknown) => {
      if (!signal.aborted) report(error)
    })
    return () => controller.abort()
  }, [model, isLate, jobs, report])
  if (now !== undefined) {
    if (last !== now) setLast(now)
    return now
  }
  return model && isStretchable(model, last)
    ? { model, pictures: last.pictures, isExact: false }
    : last
}

/**
 * Returns the figure if it exists or can be made in a moment. During a gesture, over which the last raster can be
 * stretched, returns undefined rather than wait for another raster.
 */
function shownNow(model: FigureModel, last: ShownFigure | undefined): ShownFigure | undefined {
  if (last?.model === model) return last
  const isGesture = isStretchable(model, last) && isSameSize(model.size, last.model.size)
  if (isGesture && maxShapesOf(model) === 0) return undefined
  // Each plot is quick to draw, but many of them may not be.
  const cost = model.plots.reduce((sum, { source }) => sum + binsCost(source), 0)
  if (model.plots.length > 1 && cost > MAX_COST_AT_ONCE) return undefined
  const given = model.plots.map((plot) => cellsOf(plot).now())
  const bins = given.flatMap((each) => each?.bins ?? [])
  if (bins.length < given.length) return undefined
  const isExact = given.every((each) => each?.isExact)
  return { model, pictures: picturesOf(model, bins), isExact }
}

/** Calls `show` with the figure once all plots have bins, and again for more exact ones. */
async function follow(
  model: FigureModel,
  work: Work,
  show: (shown: ShownFigure) => void,
): Promise<void> {
  const given = new Map<number, GivenBins>()
  await Promise.all(
    model.plots.map((plot, index) =>
      followCells(cellsOf(plot), work, (next) => {
        given.set(index, next)
        const all = model.plots.flatMap((_, k) => given.get(k) ?? [])
        if (all.length < model.plots.length) return
        const pictures = picturesOf(
          model,
          all.map(({ bins }) => bins),
        )
        show({ model, pictures, isExact: all.every(({ isExact }) => isExact) })
      }),
    ),
  )
}

function cellsOf({ source }: PlotModel): WindowCells {
  return cellsInMemory(source).cellsIn(source, source.detail)
}

/** Returns the pictures of the page from the bins of each plot. */
export function picturesOf(model: FigureModel, bins: readonly Bins[]): Plots<CellPicture> {
  const maxShapes = maxShapesOf(model)
  return mapPlots(model.plots, ({ basis, theme, layout, source }, index) => {
    const own = bins[index] ?? emptyBins(source)
    return cellPicture({ basis, theme, isCompressed: false, maxShapes }, layout.grid, own)
  })
}

/** Returns the largest number of bins of a plot that are drawn as shapes. */
function maxShapesOf({ size, basis: { view }, layout }: FigureModel): number {
  const { span, cellCount } = layout.grid.columns
  // On paper the page has every text of the file, also the values in cells, which a raster lacks.
  if (size.paper !== undefined && view.digits > 0) return plotShapes(layout)
  return plotShapes(layout, span >= cellCount ? MAX_SHAPES.screen : MAX_SHAPES.zoomed)
}

function isSameSize(a: FigureSize, b: FigureSize): boolean {
  return a.width === b.width && a.height === b.height && a.pixelRatio === b.pixelRatio
}

/**
 * Returns true if the last figure's raster shows the same cells, even in other windows. Their colors may differ if bins
 * of another size have other colors: until the exact raster follows, moving with the pointer matters more.
 */
function isStretchable(model: FigureModel, last: ShownFigure | undefined): last is ShownFigure {
  return (
    last?.pictures.every(isRasterOrEmpty) === true &&
    givenOf(last.model) === givenOf(model) &&
    last.model.theme === model.theme
  )
}

function isRasterOrEmpty(picture: CellPicture): boolean {
  return picture.kind === 'raster' || picture.bins.values.length === 0
}

/** Returns the basis of the first plot, which belongs to this figure alone, without regard to the size of its bins. */
function givenOf({ plots: [{ basis }] }: FigureModel): object {
  return basis.given ?? basis
}
