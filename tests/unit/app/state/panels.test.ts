import { describe, expect, it } from 'vitest'
import { asLoaded } from '../../../../src/analysis/displayedOf'
import { appReducer, type AppAction } from '../../../../src/app/state/appReducer'
import { activeTensor, initialState, type OpenTensor } from '../../../../src/app/state/AppState'
import { resolveView } from '../../../../src/tensor/View'
import { threeQueries as tensor } from './threeQueries'

function after(...actions: readonly AppAction[]): OpenTensor {
  const view = resolveView(tensor, { panels: 'queries' }, {})
  const opened = { ...asLoaded(tensor), id: 1, fileName: 'a.json', view, windows: {} }
  const start = appReducer(initialState, { type: 'load-succeeded', opened: [opened], notices: [] })
  const open = activeTensor(actions.reduce(appReducer, start))
  if (open === undefined) throw new Error('nothing is open')
  return open
}

const columns = { start: 1, span: 2 }
const zoomed = { type: 'zoomed', windows: { columns } } as const

describe('panels', () => {
  it('are opened alone in the same colors, and come back in their zoom', () => {
    const alone = after(zoomed, { type: 'panel-opened', query: 1 })
    expect(alone.view).toMatchObject({ panels: 'one', query: 1, scope: 'all' })
    expect(alone.windows).toEqual({})
    const back = after(
      zoomed,
      { type: 'panel-opened', query: 1 },
      { type: 'view-changed', settings: { query: 2 } },
      { type: 'panels-restored' },
    )
    expect(back.view).toMatchObject({ panels: 'queries', query: 2, scope: 'all' })
    expect(back.windows).toEqual({ columns })
    expect(back.grid).toBeUndefined()
  })

  it('are not what one goes back to once other panels were chosen', () => {
    const chosen = after(
      { type: 'panel-opened', query: 1 },
      { type: 'view-changed', settings: { panels: [0, 2] } },
    )
    expect(chosen.grid).toBeUndefined()
  })

  it('keep zoom and pinned column while another query is in view', () => {
    const pinned = { type: 'cell-pinned', cell: [2, 7], query: 2 } as const
    expect(after(zoomed, pinned)).toMatchObject({ cell: [2, 7], view: { query: 2 } })
    const next = after(zoomed, pinned, { type: 'view-changed', settings: { query: 0 } })
    expect(next.windows).toEqual({ columns })
    // The nearest token of each.
    expect(next.cell).toEqual([2, 3])
    const alone = after({ ...pinned, cell: [2, 0] }, { type: 'panel-opened', query: 0 })
    expect(alone.cell).toBeUndefined()
  })
})

function show(query: number): AppAction {
  return { type: 'view-changed', settings: { query } }
}

describe('a pinned cell of an aligned axis', () => {
  const alignment = {
    kind: 'text',
    reference: 0,
    columnCount: 8,
    sharedCount: 4,
    starts: [
      Int32Array.of(0, 1, 2, 3, 3, 3, 3, 4, 4),
      Int32Array.of(0, 1, 2, 3, 4, 5, 5, 6, 6),
      Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8),
    ],
  } as const
  const ready: readonly AppAction[] = [
    { type: 'view-changed', settings: { axis: 'aligned', panels: 'one' } },
    { type: 'aligned', id: 1, alignment },
  ]
  it('stays in its column, and is dropped by a query that lacks it', () => {
    const pinned = after(...ready, { type: 'cell-pinned', cell: [2, 3] }, show(2))
    expect(pinned.cell).toEqual([2, 6])
    const lacked = after(...ready, show(1), { type: 'cell-pinned', cell: [2, 4] }, show(0))
    expect(lacked.cell).toBeUndefined()
  })

  it('is dropped if the axis is aligned to another query than its columns are', () => {
    const other = { type: 'view-changed', settings: { align_to: 1 } } as const
    const unknown = after(...ready, other, { type: 'cell-pinned', cell: [2, 3] }, show(2))
    expect(unknown.cell).toBeUndefined()
  })
})
