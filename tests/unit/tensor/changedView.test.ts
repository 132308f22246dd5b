import { describe, expect, it } from 'vitest'
import { changedView, resolveView } from '../../../src/tensor/View'
import { tensorOf } from './anyTensor'

describe('changedView', () => {
  const tensor = tensorOf({
    queries: Array.from({ length: 3 }, () => ({ rows: [[1]], uncoveredCount: 0, gap: 0 })),
    align: 'start',
    firstIndex: 0,
    tokenKind: 'none',
  })
  const one = resolveView(tensor, {}, {})

  it('gives panels one color scale, and a single plot its own again', () => {
    const panels = changedView(one, { panels: 'queries' }, tensor)
    expect(panels.scope).toBe('all')
    expect(changedView(panels, { panels: 'one' }, tensor)).toEqual(one)
  })

  it('keeps a scope that was chosen', () => {
    const own = changedView({ ...one, panels: 'queries' }, { scope: 'view' }, tensor)
    expect(changedView(own, { panels: 'one' }, tensor).scope).toBe('view')
    expect(changedView(one, { panels: 'queries', scope: 'query' }, tensor).scope).toBe('query')
  })

  it('lets rows of queries and panels replace each other', () => {
    const rows = changedView(one, { rows: 'query' }, tensor)
    expect(rows).toMatchObject({ rows: 'query', panels: 'one', scope: 'all' })
    const panels = changedView(rows, { panels: 'queries' }, tensor)
    expect(panels).toMatchObject({ rows: 'layer', panels: 'queries', scope: 'all' })
    expect(changedView(panels, { rows: 'query' }, tensor)).toEqual(rows)
    expect(changedView(rows, { rows: 'layer' }, tensor)).toEqual(one)
  })

  it('shows a query alone that has no panel, and takes one that has', () => {
    const chosen = changedView(one, { panels: [1, 2] }, tensor)
    expect(chosen).toMatchObject({ panels: [1, 2], query: 1 })
    expect(changedView(chosen, { query: 2 }, tensor)).toMatchObject({ panels: [1, 2], query: 2 })
    expect(changedView(chosen, { query: 0 }, tensor)).toMatchObject({ panels: 'one', query: 0 })
  })

  it('is what a file with panels opens in', () => {
    expect(resolveView(tensor, { panels: 'queries' }, {}).scope).toBe('all')
    expect(resolveView(tensor, { panels: [2, 1] }, {})).toMatchObject({ query: 2, scope: 'all' })
    expect(resolveView(tensor, { panels: 'queries', scope: 'query' }, {}).scope).toBe('query')
  })
})
