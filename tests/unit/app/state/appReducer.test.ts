import { describe, expect, it } from 'vitest'
import { statisticsOf } from '../../../../src/analysis/Statistics'
import {
  activeTensor,
  initialState,
  type AppState,
  type OpenTensor,
} from '../../../../src/app/state/AppState'
import { appReducer, type AppAction } from '../../../../src/app/state/appReducer'
import { pyramidsOf } from '../../../../src/tensor/Pyramid'
import { resolveView } from '../../../../src/tensor/View'
import { tensorOfRows } from '../../tensor/anyTensor'

const tensor = tensorOfRows([[1, 2]])

function openTensor(id: number): OpenTensor {
  const view = resolveView(tensor, {}, {})
  const statistics = [statisticsOf(tensor, 0)]
  const pyramids = pyramidsOf(tensor.values)
  return { id, fileName: `${id}.json`, tensor, statistics, pyramids, view, windows: {} }
}

function after(...actions: readonly AppAction[]): AppState {
  return actions.reduce(appReducer, initialState)
}

function opened(...ids: readonly number[]): AppAction {
  return { type: 'load-succeeded', opened: ids.map(openTensor), notices: [] }
}

function noticed(notice: string): AppAction {
  return { type: 'noticed', notices: [notice] }
}

const failure = {
  fileName: 'bad.json',
  problem: { tag: 'syntax' as const, message: 'It ends early.', advice: 'Save it again.' },
}

describe('appReducer', () => {
  it('begins with nothing open', () => {
    expect(activeTensor(initialState)).toBeUndefined()
  })

  it('shows the first of the tensors that were opened together, and lists them all', () => {
    const state = after(opened(1), opened(2, 3))
    expect(state.open.map(({ id }) => id)).toEqual([1, 2, 3])
    expect(activeTensor(state)?.id).toBe(2)
  })

  it('says a thing once that several files give cause for', () => {
    const load = { type: 'load-succeeded', opened: [], notices: ['It is newer.'] } as const
    expect(after(load, load).notices).toEqual(['It is newer.'])
  })

  it('tells how far the loading from each source is, until it ends', () => {
    const load = { fileName: 'a.json', fileIndex: 0, fileCount: 1, byteCount: 100, cellCount: 7 }
    const dropped = { ...load, source: 'reader', bytesRead: 60 } as const
    const linked = { ...load, source: 'address', bytesRead: 0 } as const
    const both = after(
      { type: 'load-progressed', progress: linked },
      { type: 'load-progressed', progress: { ...dropped, bytesRead: 0 } },
      { type: 'load-progressed', progress: dropped },
    )
    expect(both.loading).toEqual([linked, dropped])
    const ended = appReducer(both, { type: 'load-ended', source: 'address' })
    expect(ended.loading).toEqual([dropped])
  })

  it('keeps what is open when a file fails, and tells every problem', () => {
    const failed: AppAction = { type: 'load-failed', failure }
    const state = after(opened(1), failed, failed)
    expect(activeTensor(state)?.id).toBe(1)
    expect(state.problems).toEqual([failure, failure])
    expect(appReducer(state, { type: 'messages-dismissed' })).toMatchObject({
      problems: [],
      notices: [],
      activeId: 1,
    })
  })

  it('keeps a few of very many messages and counts the others, until they are dismissed', () => {
    const failures = Array.from({ length: 500 }, (): AppAction => ({
      type: 'load-failed',
      failure,
    }))
    const notices = Array.from({ length: 10_000 }, (_, i) => `Notice ${i}.`)
    const state = after(...failures, ...notices.map((each): AppAction => noticed(each)))
    expect(state).toMatchObject({ notices: notices.slice(0, 8), moreCount: 492 + 9992 })
    expect(state.problems).toHaveLength(8)
    expect(appReducer(state, { type: 'messages-dismissed' }).moreCount).toBe(0)
  })

  it('is the same where there is nothing to dismiss', () => {
    const state = after(opened(1))
    expect(appReducer(state, { type: 'messages-dismissed' })).toBe(state)
  })

  it('keeps the tensor that is shown when nothing was opened', () => {
    expect(activeTensor(after(opened(1), opened()))?.id).toBe(1)
  })

  it('says that a figure was not saved', () => {
    const state = after(opened(1), {
      type: 'export-failed',
      message: 'The figure was not saved. It is too large.',
    })
    expect(state.notices).toEqual(['The figure was not saved. It is too large.'])
  })

  it('changes the view of the shown tensor only', () => {
    const state = after(opened(1, 2), { type: 'view-changed', settings: { layers: 'down' } })
    expect(state.open.map(({ view }) => view.layers)).toEqual(['down', 'up'])
  })

  it('keeps settings for the next file, but not its query', () => {
    const state = after(opened(1), {
      type: 'view-changed',
      settings: { layers: 'down', query: 0 },
    })
    expect(state.kept).toEqual({ layers: 'down' })
  })

  it('zooms the shown tensor only, and keeps its view', () => {
    const windows = { columns: { start: 0.5, span: 1 } }
    const state = after(opened(1, 2), { type: 'zoomed', windows })
    expect(state.open.map((open) => open.windows)).toEqual([windows, {}])
    expect(state.open[0]?.view).toEqual(openTensor(1).view)
    expect(state.kept).toEqual({})
  })

  it('keeps the zoom for another query if both have the same columns', () => {
    const windows = { columns: { start: 0, span: 1 } }
    const toAligned = { type: 'view-changed', settings: { axis: 'aligned' } } as const
    const toQuery = { type: 'view-changed', settings: { query: 1 } } as const
    const state = after(opened(1), toAligned, { type: 'zoomed', windows }, toQuery)
    expect(activeTensor(state)?.windows).toEqual(windows)
    const toReference = { type: 'view-changed', settings: { align_to: 1 } } as const
    expect(activeTensor(appReducer(state, toReference))?.windows).toEqual({})
    const toOrder = { type: 'view-changed', settings: { order: 'mean' } } as const
    const ordered = after(opened(1), toAligned, toOrder, { type: 'zoomed', windows }, toQuery)
    expect(activeTensor(ordered)?.windows).toEqual({})
  })

  it.each([
    ['query', { query: 1 }],
    ['axis', { axis: 'position' }],
    ['width', { width: 'all' }],
  ] as const)('shows the whole again where another %s has other columns', (_, settings) => {
    const windows = { columns: { start: 0, span: 1 } }
    const state = after(opened(1), { type: 'zoomed', windows }, { type: 'view-changed', settings })
    expect(activeTensor(state)?.windows).toEqual({})
  })

  it('stays zoomed where the columns stay', () => {
    const windows = { columns: { start: 0, span: 1 } }
    const settings = { layers: 'down', detail: 'mean' } as const
    const state = after(opened(1), { type: 'zoomed', windows }, { type: 'view-changed', settings })
    expect(activeTensor(state)?.windows).toEqual(windows)
  })

  it('keeps the zoom of a tensor while another one is shown', () => {
    const windows = { columns: { start: 0, span: 1 } }
    const away = after(opened(1, 2), { type: 'zoomed', windows }, { type: 'tensor-chosen', id: 2 })
    expect(activeTensor(away)?.windows).toEqual({})
    expect(activeTensor(appReducer(away, { type: 'tensor-chosen', id: 1 }))?.windows).toEqual(
      windows,
    )
  })

  it('pins a cell and lets go of it', () => {
    const pinned = after(opened(1), { type: 'cell-pinned', cell: [0, 1] })
    expect(activeTensor(pinned)?.cell).toEqual([0, 1])
    expect(activeTensor(pinned)?.view).toEqual(openTensor(1).view)
    const free = appReducer(pinned, { type: 'cell-pinned', cell: undefined })
    expect(activeTensor(free)?.cell).toBeUndefined()
  })

  it('shows the tensor that was chosen, with the view that it had', () => {
    const state = after(
      opened(1, 2),
      { type: 'view-changed', settings: { axis: 'position' } },
      { type: 'tensor-chosen', id: 2 },
      { type: 'tensor-chosen', id: 1 },
    )
    expect(activeTensor(state)).toMatchObject({ id: 1, view: { axis: 'position' } })
  })
})

describe('a setting', () => {
  it('is the default again, and not kept', () => {
    const changed = { type: 'view-changed', settings: { axis: 'position', digits: 2 } } as const
    const state = after(opened(1), changed, { type: 'setting-reset', key: 'axis' })
    expect(activeTensor(state)?.view).toMatchObject({ axis: 'distance', digits: 2 })
    expect(state.kept).toEqual({ digits: 2 })
  })

  it('that may be absent is absent again', () => {
    const changed = { type: 'view-changed', settings: { threshold: 0.1 } } as const
    const state = after(opened(1), changed, { type: 'setting-reset', key: 'threshold' })
    expect(activeTensor(state)?.view).not.toHaveProperty('threshold')
  })

  it('is pasted with others, and what was wrong with them is told', () => {
    const parsed = {
      settings: { digits: 3 as const },
      problems: [{ tag: 'unusable-value' as const, key: 'x' as const, value: 1 }],
    }
    const state = after(opened(1), { type: 'settings-pasted', parsed })
    expect(activeTensor(state)?.view.digits).toBe(3)
    expect(state.kept).toEqual({ digits: 3 })
    expect(state.notices).toEqual([
      'The pasted text has x = 1, which this version does not support.',
    ])
  })
})
