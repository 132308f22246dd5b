import { useMemo, type Dispatch } from 'react'
import { type PinnedIndex } from '../../tensor/View'
import { type LineSettings } from '../reading/Reading'
import { type Windows } from '../../tensor/Windows'
import { type AppAction } from '../state/appReducer'

/** The reader's actions on the figure itself. */
export interface FigureActions {
  readonly onPin: (cell: PinnedIndex | undefined) => void
  readonly onLines: (lines: LineSettings) => void
  readonly onZoom: (windows: Windows) => void
}

/**
 * Returns the actions on the figure. While a new tensor's figure is being made (`isCurrent` is false), they do nothing,
 * since the shown figure is of another tensor.
 */
export function useFigureActions(dispatch: Dispatch<AppAction>, isCurrent: boolean): FigureActions {
  return useMemo(() => {
    const act = (action: AppAction): void => {
      if (isCurrent) dispatch(action)
    }
    return {
      onPin: (cell) => act({ type: 'cell-pinned', cell }),
      onLines: (settings) => act({ type: 'view-changed', settings }),
      onZoom: (windows) => act({ type: 'zoomed', windows }),
    }
  }, [dispatch, isCurrent])
}
