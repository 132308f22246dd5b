import { describe, expect, it } from 'vitest'
import { asLoaded } from '../../../../src/analysis/displayedOf'
import { flick, flickPair } from '../../../../src/app/compare/flick'
import { type NamedMade } from '../../../../src/app/open/openFiles'
import { appReducer, type AppAction } from '../../../../src/app/state/appReducer'
import { activeTensor, initialState, type AppState } from '../../../../src/app/state/AppState'
import { resolveView, type ViewSettings } from '../../../../src/tensor/View'
import { threeQueries as tensor } from '../state/threeQueries'

function opened(id: number, settings: ViewSettings = {}): AppAction {
  const view = resolveView(tensor, settings, {})
  const open = { ...asLoaded(tensor), id, fileName: `${id}.json`, view, windows: {} }
  return { type: 'load-succeeded', opened: [open], notices: [] }
}

function after(state: AppState, ...actions: readonly AppAction[]): AppState {
  return actions.reduce(appReducer, state)
}

function show(query: number): AppAction {
  return { type: 'view-changed', settings: { query } }
}

/** Presses the key, and returns the state with what was opened. */
function press(state: AppState): { readonly state: AppState; readonly made: readonly string[] } {
  const [made, actions]: [string[], AppAction[]] = [[], []]
  const loader = {
    open: (all: readonly (File | NamedMade | object)[]) => {
      for (const each of all) made.push('name' in each ? each.name : '')
    },
  }
  flick({ state, dispatch: (action) => actions.push(action), loader })
  return { state: after(state, ...actions), made }
}

const place = ({ activeId, open }: AppState): unknown => {
  const active = open.find(({ id }) => id === activeId)
  return [activeId, active?.view.query, active?.view.flick]
}

describe('flick', () => {
  it('swaps the two queries seen last, and back', () => {
    const seen = after(initialState, opened(1), show(2), show(0))
    const once = press(seen)
    expect(place(once.state)).toEqual([1, 2, [2, 0]])
    expect(place(press(once.state).state)).toEqual([1, 0, [2, 0]])
    expect(press(once.state).made).toEqual([])
  })

  it('begins with a neighbor if no other query was seen', () => {
    expect(place(press(after(initialState, opened(1))).state)).toEqual([1, 1, [0, 1]])
    const last = after(initialState, opened(1, { query: 2 }))
    expect(place(press(last).state)).toEqual([1, 1, [2, 1]])
    expect(flickPair(initialState)).toBeUndefined()
  })

  it('takes the operands of the last difference before the query seen before', () => {
    const pair = [
      { id: 1, queryIndex: 1 },
      { id: 1, queryIndex: 2 },
    ] as const
    const seen = after(initialState, opened(1), show(1), { type: 'compared', pair })
    expect(place(press(seen).state)).toEqual([1, 2, [1, 2]])
  })

  it('combines queries of two tensors that were seen one after the other', () => {
    const tabs = after(initialState, opened(1), opened(2), { type: 'tensor-chosen', id: 1 })
    expect(press(tabs).made).toHaveLength(1)
    expect(place(press(tabs).state)).toEqual([1, 0, undefined])
    // A tensor that was only opened was not compared, but those that were opened together are.
    const both = after(initialState, opened(1), opened(2))
    expect(press(both).made).toEqual([])
    expect(press(after(both, { type: 'combine-offered', ids: [1, 2] })).made).toHaveLength(1)
  })

  it('ends with another query, and leads back to panels', () => {
    const flicked = press(after(initialState, opened(1), show(1))).state
    expect(place(after(flicked, show(2)))).toEqual([1, 2, undefined])
    const end = { type: 'setting-reset', key: 'flick' } as const
    expect(place(after(flicked, end))).toEqual([1, 0, undefined])
    const panels = press(after(initialState, opened(1, { panels: 'queries' }))).state
    expect(activeTensor(panels)?.view).toMatchObject({ panels: 'one', scope: 'all', flick: [0, 1] })
    expect(activeTensor(after(panels, { type: 'panels-restored' }))?.view).toMatchObject({
      panels: 'queries',
    })
  })

  it('keeps zoom and pin, also where one of the two lacks the cell', () => {
    const columns = { start: 1, span: 2 }
    const zoomed = { type: 'zoomed', windows: { columns } } as const
    const pinned = { type: 'cell-pinned', cell: [2, 7] } as const
    const long = after(initialState, opened(1, { query: 2 }), zoomed, pinned)
    const once = press(long).state
    // The nearest token.
    expect(activeTensor(once)).toMatchObject({ windows: { columns }, cell: [2, 5] })
    expect(activeTensor(press(once).state)).toMatchObject({ windows: { columns }, cell: [2, 7] })
    const lacking = press(after(long, { type: 'cell-pinned', cell: [1, 0] })).state
    expect(activeTensor(lacking)?.cell).toBeUndefined()
    expect(activeTensor(press(lacking).state)?.cell).toEqual([1, 0])
  })
})
