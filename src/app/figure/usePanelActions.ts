import { useMemo } from 'react'
import { panelPage, turnedQuery } from '../../tensor/panels'
import { steppedLayer } from '../controls/LayerSlider'
import { type PanelActions, type Reading } from '../reading/Reading'
import { type AppAction } from '../state/appReducer'
import { type OpenTensor } from '../state/AppState'

/** Returns the actions on the panels of a tensor. `focus` moves the focus to the figure, whose keys work from there. */
export function usePanelActions(
  dispatch: (action: AppAction) => void,
  { tensor, view, grid }: OpenTensor,
  focus: () => void,
): PanelActions {
  return useMemo(() => {
    const act = (action: AppAction): void => {
      dispatch(action)
      focus()
    }
    const { panelCount, queries } = panelPage(tensor, view)
    return {
      onOpen: (query) => act({ type: 'panel-opened', query }),
      ...(view.flick && { onBack: () => act({ type: 'setting-reset', key: 'flick' }) }),
      ...(grid && { onBack: () => act({ type: 'panels-restored' }) }),
      ...(panelCount > queries.length && {
        onPage: (step) => {
          const query = turnedQuery(tensor, view, step)
          if (query !== undefined) act({ type: 'view-changed', settings: { query } })
        },
      }),
    }
  }, [dispatch, tensor, view, grid, focus])
}

/** Returns the function that steps through the layers while the rows are queries; else undefined. */
export function useLayerKeys(
  dispatch: (action: AppAction) => void,
  { tensor, view }: OpenTensor,
): Reading['onLayer'] {
  return useMemo(() => {
    if (view.rows !== 'query') return undefined
    return (step) => {
      const layer = steppedLayer({ tensor, view }, step)
      if (layer !== undefined) dispatch({ type: 'view-changed', settings: { layer } })
    }
  }, [dispatch, tensor, view])
}
