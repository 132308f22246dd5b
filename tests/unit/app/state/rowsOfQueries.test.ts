import { describe, expect, it } from 'vitest'
import { asLoaded } from '../../../../src/analysis/displayedOf'
import { activeTensor, initialState, type OpenTensor } from '../../../../src/app/state/AppState'
import { appReducer, type AppAction } from '../../../../src/app/state/appReducer'
import { resolveView } from '../../../../src/tensor/View'
import { tensorOf } from '../../tensor/anyTensor'

function shownAfter(...actions: readonly AppAction[]): OpenTensor | undefined {
  return activeTensor(actions.reduce(appReducer, initialState))
}

describe('queries as rows', () => {
  const query = {
    rows: [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    uncoveredCount: 0,
    gap: 0,
  }
  const two = tensorOf({
    queries: [query, query],
    align: 'start',
    firstIndex: 0,
    tokenKind: 'none',
  })
  const open: OpenTensor = {
    id: 1,
    fileName: 'two.json',
    ...asLoaded(two),
    view: resolveView(two, {}, {}),
    windows: {},
  }
  const start: AppAction = { type: 'load-succeeded', opened: [open], notices: [] }
  const pinned: AppAction = { type: 'cell-pinned', cell: [2, 1] }
  const rows: AppAction = { type: 'view-changed', settings: { rows: 'query' } }

  it('begin at the layer of the pinned cell, which stays pinned from layer to layer', () => {
    const begun = shownAfter(start, pinned, rows)
    expect(begun?.view).toMatchObject({ rows: 'query', layer: 2 })
    expect(begun?.cell).toEqual([2, 1])
    const moved: AppAction = { type: 'view-changed', settings: { layer: 0 } }
    expect(shownAfter(start, pinned, rows, moved)?.cell).toEqual([0, 1])
  })

  it('keep their zoom from layer to layer and from query to query, and no other', () => {
    const windows = { columns: { start: 0, span: 1 } }
    const zoomed: AppAction = { type: 'zoomed', windows }
    const moved: AppAction = { type: 'view-changed', settings: { layer: 1, query: 1 } }
    expect(shownAfter(start, rows, zoomed, moved)?.windows).toEqual(windows)
    expect(shownAfter(start, zoomed, rows)?.windows).toEqual({})
  })
})
