import { combined } from '../analysis/combine/combined'
import { finish } from '../analysis/Sliced'
import { type FigureBasis, type ShownTensor } from '../figure/figureBasis'
import { hasOwnScales } from '../figure/plotBases'
import { type ShownView } from '../tensor/shownView'
import { ownPlace } from '../tensor/atLayer'
import { layerOfRow, matrixOf, permutationOf, tokensOfColumns, type Matrix } from '../tensor/Matrix'
import { layerCountOf, queryOf, tokenCountOf, type Tensor } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { visiblePart, type VisiblePart } from '../tensor/visiblePart'
import { cellsInWindow, windowsWithin, type Windows } from '../tensor/Windows'
import { type Carried } from './ExportOptions'

/**
 * Returns the tensor that a figure carries, with the view in which it is opened, or undefined if it carries none.
 * `basisOf` is called only if the figure carries its visible part.
 */
export async function carriedTensor(
  { tensor, view, windows, cell }: ShownTensor,
  carried: Carried,
  basisOf: () => Promise<FigureBasis>,
): Promise<CarriedTensor | undefined> {
  if (carried === 'none') return undefined
  if (carried === 'visible') return visibleTensor(await basisOf(), { windows, cell })
  return { tensor, view, windows, cell }
}

/** A tensor with the view in which it is opened. */
export interface CarriedTensor extends ShownView {
  readonly tensor: Tensor
}

/**
 * Returns the visible part of a figure as its own tensor, with a view that shows it unchanged: the colors stay those of
 * the whole figure. Returns undefined if no value is visible.
 */
export function visibleTensor(
  basis: FigureBasis,
  { windows, cell }: Pick<ShownView, 'windows' | 'cell'>,
): CarriedTensor | undefined {
  if (basis.panels !== undefined) return visiblePanels(basis.panels, basis.view, windows)
  if (basis.tensor.atLayer) return visibleRows(basis, windows)
  const { matrix, colorScale, tensor } = basis
  // The part has one query, which takes turns with no other.
  const { flick: _flick, ...view } = basis.view
  const columns = cellsInWindow(windows.columns, matrix.columnCount)
  const rows = cellsInWindow(windows.layers, matrix.layerCount)
  const part = visiblePart(matrix, tensor, columns, rows)
  if (part === undefined) return undefined
  const movedCell = cell && [cell[0] - part.firstLayer, cell[1] - part.firstToken]
  const [layer = -1, token = -1] = movedCell ?? []
  return {
    tensor: part.tensor,
    view: {
      ...view,
      ...movedSettings(view, part),
      query: 0,
      width: 'query',
      lock: false,
      ...(colorScale && { domain: [colorScale.low, colorScale.high] }),
    },
    windows: {},
    cell: layer >= 0 && token >= 0 ? [layer, token] : undefined,
  }
}

/**
 * Returns the visible parts of panels as one tensor, a query each. A panel that has nothing in view is left out, and so
 * is the pinned cell.
 */
function visiblePanels(
  panels: readonly FigureBasis[],
  view: View,
  windows: Windows,
): CarriedTensor | undefined {
  const shown = panels.flatMap((basis) => {
    const visible = visibleTensor(basis, { windows: windowsWithin(windows, basis.matrix) })
    return visible ? [{ basis, tensor: visible.tensor }] : []
  })
  const [first] = shown
  if (first === undefined) return undefined
  const parts = shown.map(({ basis, tensor }) => {
    return { name: basis.name, tensor, queryIndex: 0, transform: 'raw' as const }
  })
  const tensor = ofQueries(parts)
  const { colorScale } = first.basis
  const query = shown.findIndex(({ basis }) => basis.view.query === view.query)
  return {
    tensor,
    view: {
      ...view,
      panels: 'queries',
      query: Math.max(0, query),
      width: 'query',
      lock: false,
      ...(colorScale &&
        !hasOwnScales(first.basis) && { domain: [colorScale.low, colorScale.high] }),
    },
    windows: windows.columns ? { columns: { start: 0, span: windows.columns.span } } : {},
  }
}

/** Returns the only queries of tensors as one tensor, with the labels that they have. */
function ofQueries(parts: Parameters<typeof combined>[0]): Tensor {
  const { tensor } = finish(combined(parts))
  const queries = tensor.queries.map((query, k) => {
    const { label } = queryOf(parts[k]?.tensor ?? tensor, 0)
    return { ...query, label }
  })
  return { ...tensor, queries }
}

/**
 * Returns the visible part of rows that are queries as a tensor of one layer. A query that has nothing in view is left
 * out, and so is the pinned cell.
 */
function visibleRows(
  { matrix, name, colorScale, view }: FigureBasis,
  windows: Windows,
): CarriedTensor | undefined {
  const { atLayer } = matrix.tensor
  if (atLayer === undefined) return undefined
  // Transformed values go along as they are displayed: other layers, on which they may depend, do not.
  const { whole, layerIndex } = atLayer
  const [firstRow, endRow] = cellsInWindow(windows.layers, matrix.layerCount)
  const [first, end] = cellsInWindow(windows.columns, matrix.columnCount)
  const parts = Array.from({ length: endRow - firstRow }, (_, k) => {
    const places = Array.from({ length: end - first }, (__, column) =>
      ownPlace(matrix, firstRow + k, first + column),
    )
    const tokens = places.flatMap((own) =>
      own === undefined ? [] : tokensOfColumns(own.matrix, own.columnIndex, own.columnIndex + 1),
    )
    const query = layerOfRow(matrix, firstRow + k)
    const own = tokens.filter((token) => token >= 0 && token < tokenCountOf(whole, query))
    const part = visiblePart(
      matrixOfTokens(whole, query, own),
      whole,
      [0, own.length],
      [layerIndex, layerIndex + 1],
    )
    return part ? [{ name, tensor: part.tensor, queryIndex: 0, transform: 'raw' as const }] : []
  }).flat()
  if (parts.length === 0) return undefined
  const several = parts.length > 1
  return {
    tensor: ofQueries(parts),
    view: {
      ...view,
      ...(several ? { layer: 0 } : { rows: 'layer' }),
      query: 0,
      transform: 'raw',
      lock: false,
      ...(colorScale && { domain: [colorScale.low, colorScale.high] }),
    },
    windows: {},
  }
}

/** Returns the matrix of a query whose first columns are some of its tokens. */
function matrixOfTokens(tensor: Tensor, queryIndex: number, tokens: readonly number[]): Matrix {
  const all = Array.from({ length: tokenCountOf(tensor, queryIndex) }, (_, token) => token)
  const tokenOrder = permutationOf(Uint32Array.from(new Set([...tokens, ...all])), '')
  return { ...matrixOf(tensor, queryIndex, 'position', 'query'), tokenOrder }
}

type MovedSettings = Pick<View, 'order' | 'layer_order' | 'token_lines' | 'layer_lines'>

/**
 * Returns the settings of a view that refer to tokens and layers, with the indices that these have in a part of the
 * tensor.
 */
export function movedSettings(
  view: MovedSettings,
  { tensor, firstToken, firstLayer }: VisiblePart,
): MovedSettings {
  const tokens = [firstToken, tokenCountOf(tensor, 0)] as const
  const layers = [firstLayer, layerCountOf(tensor, 0)] as const
  return {
    order: movedOrder(view.order, ...layers),
    layer_order: movedOrder(view.layer_order, ...tokens),
    ...(view.token_lines && { token_lines: moved(view.token_lines, ...tokens) }),
    ...(view.layer_lines && { layer_lines: moved(view.layer_lines, ...layers) }),
  }
}

/** Returns the indices in the part; those outside it are left out. */
function moved(indices: readonly number[], first: number, count: number): number[] {
  return indices.map((index) => index - first).filter((index) => index >= 0 && index < count)
}

/** Returns the order in the part, or that of the sequence if the part lacks the layer or token of the order. */
function movedOrder(order: string, first: number, count: number): string {
  const [noun, place] = order.split(':')
  if (place === undefined) return order
  const [index] = moved([Number(place)], first, count)
  return index === undefined ? 'position' : `${noun}:${index}`
}
