import { binReadout } from '../../figure/binReadout'
import { columnNumber } from '../../layout/tokenLabelSource'
import { rowText } from '../../layout/tokenLabelText'
import { spokenReadout } from '../../layout/spokenReadout'
import { inOwnWords, wordsOf } from '../../tensor/Axes'
import { layerOfRow, tokenOfColumn, type Matrix } from '../../tensor/Matrix'
import { settings } from '../../tensor/settings/settings'
import { sequenceIndex } from '../../tensor/Tensor'
import { cellsInWindow, isZoomed, type Windows } from '../../tensor/Windows'
import { counted, grouped } from '../../text/counted'
import { visibleProse } from '../../text/visibleText'
import { shownLayer } from '../controls/LayerSlider'
import { type PageFigure } from '../figure/useFigure'
import { pageSettings } from '../settings/pageSettings'
import { tabName, type OpenTensor } from '../state/AppState'

/** The state of the page in words, by what can change. Each text is read aloud when it changes. */
export type SpokenState = Readonly<
  Record<'file' | 'query' | 'pin' | 'zoom' | 'order' | 'layerOrder' | 'panel', string>
>

/** Returns the state of the page in words. `panel` is the name of the panel beside the figure, if one is shown. */
export function spokenState(
  open: OpenTensor,
  figure: PageFigure,
  panel: string | undefined,
): SpokenState {
  const { current } = figure.model
  const { matrix } = current.basis
  const { tensor, view } = open
  const { query } = wordsOf(tensor)
  const { row, past } = wordsOf(matrix.tensor)
  const { length } = tensor.queries
  const label = tensor.queries[view.query]?.label ?? ''
  const pinned = figure.pinned && spokenReadout(binReadout(current, figure.pinned).cell)
  return {
    file: `${visibleProse(tabName(open))}, ${counted(matrix.layerCount, row.one, row.many)} by ${counted(matrix.tokenCount, past.one, past.many)}`,
    query:
      view.rows === 'query'
        ? `rows are ${query.many}, ${shownLayer(tensor, view.layer).toLowerCase()}`
        : length < 2
          ? ''
          : `${query.one} ${grouped(view.query + 1)} of ${grouped(length)}, ${visibleProse(label)}`,
    pin: pinned === undefined ? 'no cell is pinned' : `${pinned}, pinned`,
    zoom: isZoomed(open.windows) ? partInView(matrix, open.windows) : 'the whole figure is in view',
    order: orderText(open, 'order'),
    layerOrder: orderText(open, 'layer_order'),
    panel: panel === undefined ? 'no panel is open' : `${panel.toLowerCase()} panel is open`,
  }
}

/**
 * Returns what is read aloud after a change: what changed, or an empty text. Another file or query is said without what
 * changes with it.
 */
export function announcement(before: SpokenState, after: SpokenState): string {
  const isOther = (key: keyof SpokenState): boolean => before[key] !== after[key]
  const keys: readonly (keyof SpokenState)[] = isOther('file')
    ? ['file', 'query', 'panel']
    : isOther('query')
      ? ['query', 'order', 'layerOrder', 'panel']
      : ['pin', 'zoom', 'order', 'layerOrder', 'panel']
  return keys
    .filter(isOther)
    .map((key) => after[key])
    .filter((text) => text !== '')
    .join('; ')
}

function partInView(matrix: Matrix, { columns, layers }: Windows): string {
  const { tensor, columnCount, layerCount } = matrix
  const { row, column } = wordsOf(tensor)
  const nameOf = rowText(matrix)
  const tokens = endsOf(columns, columnCount).map((index) => {
    if (tensor.atLayer) return grouped(columnNumber(matrix, index))
    const token = Math.max(0, Math.min(tokenOfColumn(matrix, index), matrix.tokenCount - 1))
    return grouped(sequenceIndex(tensor, token))
  })
  const rows = endsOf(layers, layerCount).map((index) => nameOf(layerOfRow(matrix, index)))
  const back = tensor.atLayer?.hasDistance ? ' back' : ''
  const parts = [
    ...(columns === undefined ? [] : [`${column.one} ${tokens.join(' to ')}${back}`]),
    ...(layers === undefined ? [] : [`${row.one} ${rows.join(' to ')}`]),
  ]
  return `${parts.join(', ')} in view`
}

/** Returns the first and the last cell that a window touches. */
function endsOf(window: Windows['columns'], count: number): readonly [first: number, last: number] {
  const [first, end] = cellsInWindow(window, count)
  return [first, end - 1]
}

function orderText(open: OpenTensor, key: 'order' | 'layer_order'): string {
  const options = pageSettings[key]?.options?.(open) ?? settings[key].options
  const [, label] = options.find(([value]) => value === open.view[key]) ?? []
  return inOwnWords(`${settings[key].name}: ${label ?? open.view[key]}`, open.tensor).toLowerCase()
}
