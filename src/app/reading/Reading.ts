import { type PlotModel } from '../../figure/plotModel'
import { binReadout } from '../../figure/binReadout'
import { type FigureModel } from '../../figure/figureModel'
import { type MatrixCell } from '../../tensor/binContents'
import { ownCell } from '../../tensor/atLayer'
import { layerOfRow, tokenOfColumn } from '../../tensor/Matrix'
import { type PinnedIndex, type ViewSettings } from '../../tensor/View'
import { type Windows } from '../../tensor/Windows'
import { isSameCell, type CellStore } from './CellStore'

export type LineSettings = Pick<ViewSettings, 'token_lines' | 'layer_lines'>

/** The figure whose cells are read, its state, and the callbacks that change it. */
export interface Reading {
  readonly model: FigureModel
  /** CSS pixels of the page per CSS pixel of the figure; default 1. */
  readonly scale?: number | undefined
  readonly store: CellStore
  readonly pinned: MatrixCell | undefined
  /** Pins a cell of a query; default of the query in view. */
  readonly onPin: (cell: PinnedIndex | undefined, query?: number) => void
  /** Actions on the panels of the figure, if it has several, or was opened from several. */
  readonly panels?: PanelActions | undefined
  /** Shows the next layer, or the one before (−1); absent unless the rows are queries. */
  readonly onLayer?: ((step: 1 | -1) => void) | undefined
  /** Changes the tokens or layers whose values are lines in the profiles. */
  readonly onLines?: ((lines: LineSettings) => void) | undefined
  readonly windows: Windows
  readonly onZoom: (windows: Windows) => void
}

/** The reader's actions on panels. */
export interface PanelActions {
  /** Shows the query of a panel alone. */
  readonly onOpen: (query: number) => void
  /** Shows the panels from which the shown query was opened, or ends its turns with another; absent if it has neither. */
  readonly onBack?: () => void
  /** Shows the other one of two queries in the same frame. */
  readonly onFlick?: (() => void) | undefined
  /** Shows the next page of panels, or the one before (−1); absent if there is one page. */
  readonly onPage?: (step: 1 | -1) => void
}

/** A cell of one of a figure's plots. */
export interface PlotCell {
  readonly plot: PlotModel
  readonly cell: MatrixCell
}

/** Shows the crosshair and the tooltip of a cell. */
export function show({ store }: Reading, { plot, cell }: PlotCell): void {
  store.set({ cell, matrix: plot.basis.matrix, isShown: true })
}

/**
 * Ends the reading of a cell: the readout shows the pinned cell. If no cell is pinned, it keeps the last cell, so that
 * its value can be copied.
 */
export function rest({ store, pinned }: Reading): void {
  if (pinned === undefined) hide(store)
  else store.set(undefined)
}

/** Hides the crosshair and the tooltip. The readout keeps the cell. */
export function hide(store: CellStore): void {
  const read = store.get()
  if (read !== undefined) store.set({ ...read, isShown: false })
}

/** Unpins the pinned cell and empties the readout. */
export function letGo({ store, onPin }: Reading): void {
  onPin(undefined)
  store.set(undefined)
}

/** Pins the shown cell of a bin. If `canUnpin` and the cell is pinned, unpins it instead. Padding cannot be pinned. */
export function pin(reading: Reading, { plot, cell }: PlotCell, canUnpin: boolean): void {
  const { model, pinned, onPin } = reading
  show(reading, { plot, cell })
  const { shown } = binReadout(plot, cell)
  const { matrix } = plot.source
  const own = ownCell(matrix, shown.rowIndex, shown.columnIndex)
  const isUnpinned = canUnpin && isSameCell(shown, pinned)
  if (isUnpinned || own === undefined) return onPin(undefined)
  const isOfSeveral = model.plots.length > 1 || matrix.tensor.atLayer !== undefined
  onPin(own.cell, ...(isOfSeveral ? [own.query] : []))
}

/**
 * Adds the values of a cell's token, or of its layer, as a line in the profiles, or removes that line. Returns false if
 * no profiles are shown.
 */
export function toggleLine(
  { onLines }: Reading,
  { plot, cell }: PlotCell,
  isLayer: boolean,
): boolean {
  const { basis, layout } = plot
  // Lines are of one query.
  const hasLines = basis.tensor.atLayer === undefined
  if (!hasLines || layout.strips.tokenProfile === undefined) return false
  const { matrix, view } = basis
  const { shown } = binReadout(plot, cell)
  const token = tokenOfColumn(matrix, shown.columnIndex)
  if (isLayer) {
    onLines?.({ layer_lines: withLine(view.layer_lines, layerOfRow(matrix, shown.rowIndex)) })
  } else if (token >= 0 && token < matrix.tokenCount) {
    onLines?.({ token_lines: withLine(view.token_lines, token) })
  }
  return true
}

/** Most lines that can be distinguished by their colors. */
const MOST_LINES = 8

/**
 * Returns the lines with `index` added, or removed if it was there. If there are too many, the oldest line is removed.
 */
export function withLine(lines: readonly number[] = [], index: number): number[] {
  return lines.includes(index)
    ? lines.filter((line) => line !== index)
    : [...lines, index].slice(-MOST_LINES)
}
