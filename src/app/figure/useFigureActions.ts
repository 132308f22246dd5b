import { useMemo, type Dispatch } from 'react'
import { type PinnedIndex } from '../../tensor/View'
import { type Windows } from '../../tensor/Windows'
import { type LineSettings } from '../reading/Reading'
import { type AppAction } from '../state/appReducer'
import { type OnText } from './TextEditors'

/** The reader's actions on the figure itself. */
export interface FigureActions {
  readonly dispatch: Dispatch<AppAction>
  readonly onPin: (cell: PinnedIndex | undefined, query?: number) => void
  readonly onLines: (lines: LineSettings) => void
  readonly onZoom: (windows: Windows) => void
  /** Changes texts of the figure. */
  readonly onText: OnText
}

/**
 * Returns the actions on the figure of a tensor. While a new tensor's figure is being made (`id` is undefined), they do
 * nothing, since the shown figure is of another tensor.
 */
export function useFigureActions(
  dispatch: Dispatch<AppAction>,
  id: number | undefined,
): FigureActions {
  return useMemo(() => {
    const act = (action: AppAction): void => {
      if (id !== undefined) dispatch({ type: 'figure-acted', id, action })
    }
    return {
      dispatch: act,
      onPin: (cell, query) =>
        act({ type: 'cell-pinned', cell, ...(query !== undefined && { query }) }),
      onLines: (settings) => act({ type: 'view-changed', settings }),
      onZoom: (windows) => act({ type: 'zoomed', windows }),
      onText: (key, text) =>
        act(
          text === undefined
            ? { type: 'setting-reset', key }
            : { type: 'view-changed', settings: { [key]: text } },
        ),
    }
  }, [dispatch, id])
}
