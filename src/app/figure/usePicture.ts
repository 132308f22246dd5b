import { useEffect, useState } from 'react'
import { cellPicture, hasShapes, MAX_SHAPES, type CellPicture } from '../../figure/CellPicture'
import { type FigureModel } from '../../figure/figureModel'
import { type FigureSize } from '../../layout/LayoutInput'
import { cellsInMemory, followCells, type GivenBins, type WindowCells } from '../derive/CellSource'
import { useWork } from '../derive/Work'

/** A figure model with a picture of its cells. */
export interface ShownFigure {
  readonly model: FigureModel
  readonly picture: CellPicture
  /** True if the picture shows the model's cells exactly. False if it stands in for a picture in the making. */
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
    const show = (given: GivenBins): void => setLast(shownWith(model, given))
    followCells(cellsOf(model), { jobs, signal }, show).catch((error: unknown) => {
      if (!signal.aborted) report(error)
    })
    return () => controller.abort()
  }, [model, isLate, jobs, report])
  if (now !== undefined) {
    if (last !== now) setLast(now)
    return now
  }
  return model && isStretchable(model, last)
    ? { model, picture: last.picture, isExact: false }
    : last
}

/**
 * Returns the figure if it exists or can be made in a moment. During a gesture, over which the last raster can be
 * stretched, returns undefined rather than wait for another raster.
 */
function shownNow(model: FigureModel, last: ShownFigure | undefined): ShownFigure | undefined {
  if (last?.model === model) return last
  const isGesture = isStretchable(model, last) && isSameSize(model.size, last.model.size)
  if (isGesture && !hasShapes(model.plots[0].layout.grid, maxShapesOf(model))) return undefined
  const given = cellsOf(model).now()
  return given && shownWith(model, given)
}

function cellsOf({ plots: [{ source }] }: FigureModel): WindowCells {
  return cellsInMemory(source).cellsIn(source, source.detail)
}

/** Returns the figure of the page with the given bins of its cells. */
export function shownWith(model: FigureModel, { bins, isExact }: GivenBins): ShownFigure {
  const { basis, theme, layout } = model.plots[0]
  const input = { basis, theme, isCompressed: false, maxShapes: maxShapesOf(model) }
  return { model, picture: cellPicture(input, layout.grid, bins), isExact }
}

function maxShapesOf({ size, basis: { view }, plots: [{ layout }] }: FigureModel): number {
  const { span, cellCount } = layout.grid.columns
  // On paper the page has every text of the file, also the values in cells, which a raster lacks.
  if (size.paper !== undefined && view.digits > 0) return MAX_SHAPES.file
  return span >= cellCount ? MAX_SHAPES.screen : MAX_SHAPES.zoomed
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
    last?.picture.kind === 'raster' &&
    givenOf(last.model) === givenOf(model) &&
    last.model.theme === model.theme
  )
}

/** Returns the basis of a figure without regard to the size of its bins. */
function givenOf({ basis }: FigureModel): object {
  return basis.given ?? basis
}
