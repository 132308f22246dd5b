import { useSyncExternalStore } from 'react'
import { type FigureModel, type PlotModel } from '../../figure/figureModel'
import { type CellStore, type ReadCell } from './CellStore'

/** A cell that is being read, and the plot that it is in. */
interface ReadPlotCell extends ReadCell {
  readonly plot: PlotModel
}

/** Returns the cell of this figure that is being read; undefined if the read cell is in another figure. */
export function useReadCell(
  store: CellStore,
  model: FigureModel | undefined,
): ReadPlotCell | undefined {
  const read = useSyncExternalStore(store.subscribe, store.get)
  const plot = model?.plots.find(({ basis }) => basis.matrix === read?.matrix)
  return read && plot && { ...read, plot }
}
