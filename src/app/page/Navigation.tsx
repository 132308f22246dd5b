import { useCallback, type ReactNode } from 'react'
import { type Windows } from '../../tensor/Windows'
import { layersNamed } from '../commands/placeCommands'
import { type PageFigure } from '../figure/useFigure'
import { type CellStore } from '../reading/CellStore'
import { goTo, goToPlace } from '../reading/goTo'
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
  const { model, pinned } = figure
  const { basis } = model.current
  const { matrix, statistics } = basis
  const travel = { model, windows, store, pinned, onZoom }
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
            const range = windowsOfRange(text, model)
            if (typeof range === 'object') return () => onZoom(range)
            const [layerIndex] = layersNamed(text, matrix)
            return layerIndex === undefined ? range : () => goToPlace(travel, { layerIndex })
          }}
          onGo={(tokenIndex) => goToPlace(travel, { tokenIndex })}
          onFound={onFound}
        />
      )}
      <div className="segments" role="group" aria-label="Jump to">
        <button
          type="button"
          className="segment"
          aria-label="Jump to highest"
          disabled={maxCell === undefined}
          onClick={() => maxCell && goTo(travel, maxCell)}
        >
          Highest
        </button>
        <button
          type="button"
          className="segment"
          aria-label="Jump to lowest"
          disabled={minCell === undefined}
          onClick={() => minCell && goTo(travel, minCell)}
        >
          Lowest
        </button>
      </div>
    </div>
  )
}
