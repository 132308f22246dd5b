import { steppedLayer } from '../controls/LayerSlider'
import { focusFigure } from '../figure/FigurePanel'
import { isFigureOf } from '../figure/useFigure'
import { goToExtreme, type Travel } from '../reading/goTo'
import { activeTensor } from '../state/AppState'
import { type CommandContext } from './CommandContext'

/** Returns the way to the cells of the active tensor's figure; undefined until it is shown. */
export function travelOf({ state, figure, store, onZoom }: CommandContext): Travel | undefined {
  const open = activeTensor(state)
  if (open === undefined || figure === undefined || !isFigureOf(figure, open)) return undefined
  return { model: figure.model, pinned: figure.pinned, windows: open.windows, store, onZoom }
}

/** Returns whether the shown values have a highest and a lowest cell. */
export function hasExtreme({ figure }: CommandContext): boolean {
  return figure?.model.current.basis.statistics.maxCell !== undefined
}

/** Goes to the next most extreme cell, or to the one before. */
export function toExtreme(context: CommandContext, step: 1 | -1): void {
  const travel = travelOf(context)
  if (travel !== undefined && goToExtreme(travel, step)) focusFigure({ preventScroll: true })
}

/** Returns whether there is a query `step` after the shown one. */
export function hasQuery({ state }: CommandContext, step: number): boolean {
  const open = activeTensor(state)
  return open?.view.rows === 'layer' && open.tensor.queries[open.view.query + step] !== undefined
}

/** Shows the query `step` after the shown one. */
export function stepQuery({ state, dispatch }: CommandContext, step: number): void {
  const query = (activeTensor(state)?.view.query ?? 0) + step
  dispatch({ type: 'view-changed', settings: { query } })
}

/** Returns whether there is a layer `step` after the shown one while rows are queries. */
export function hasLayer({ state }: CommandContext, step: number): boolean {
  const open = activeTensor(state)
  return open?.view.rows === 'query' && steppedLayer(open, step) !== undefined
}

/** Shows the layer `step` after the shown one while rows are queries. */
export function stepLayer({ state, dispatch }: CommandContext, step: number): void {
  const open = activeTensor(state)
  const layer = open && steppedLayer(open, step)
  if (layer !== undefined) dispatch({ type: 'view-changed', settings: { layer } })
}
