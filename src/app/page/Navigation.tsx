import { useCallback, type ReactNode } from 'react'
import { extremeIn } from '../../analysis/extremeCells'
import { columnOfToken, layerOfRow } from '../../tensor/Matrix'
import { type Windows } from '../../tensor/Windows'
import { type PageFigure } from '../figure/useFigure'
import { type CellStore } from '../reading/CellStore'
import { goTo } from '../reading/goTo'
import { windowsOfRange } from '../zoom/windowsOfRange'
import { TokenSearch } from './TokenSearch'

interface NavigationProps {
  readonly figure: PageFigure
  readonly windows: Windows
  readonly store: CellStore
  readonly onZoom: (windows: Windows) => void
}

/** Leads to a cell: by a search for tokens, or to the highest or lowest value. */
export function Navigation({ figure, windows, store, onZoom }: NavigationProps): ReactNode {
  const { pinned } = figure
  const { basis } = figure.model.current
  const { matrix, statistics } = basis
  const go = (layerIndex: number, tokenIndex: number): void =>
    goTo({ model: figure.model, windows, store, onZoom }, { layerIndex, tokenIndex })
  const onFound = useCallback(
    (tokens: readonly number[]) => store.found.set({ matrix, tokens }),
    [store, matrix],
  )
  const { maxCell, minCell } = statistics
  return (
    <div className="navigation">
      {/* Columns by the distance from several queries have no token of their own. */}
      {basis.tensor.atLayer?.hasDistance ? null : (
        <TokenSearch
          tensor={basis.tensor}
          queryIndex={matrix.queryIndex}
          labels={matrix.labels}
          rangeOf={(text) => {
            const range = windowsOfRange(text, figure.model)
            return range && (() => onZoom(range))
          }}
          onGo={(token) => {
            const columnIndex = columnOfToken(matrix, token)
            const { rowIndex } = pinned ?? extremeIn(matrix, { columnIndex }, statistics.median)
            go(layerOfRow(matrix, rowIndex), token)
          }}
          onFound={onFound}
        />
      )}
      <div className="segments" role="group" aria-label="Jump to">
        <button
          type="button"
          className="segment"
          aria-label="Jump to highest"
          disabled={maxCell === undefined}
          onClick={() => maxCell && go(maxCell.layerIndex, maxCell.tokenIndex)}
        >
          Highest
        </button>
        <button
          type="button"
          className="segment"
          aria-label="Jump to lowest"
          disabled={minCell === undefined}
          onClick={() => minCell && go(minCell.layerIndex, minCell.tokenIndex)}
        >
          Lowest
        </button>
      </div>
    </div>
  )
}
