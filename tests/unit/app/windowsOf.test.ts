import { describe, expect, it } from 'vitest'
import { windowsOf } from '../../../src/app/figure/windowsOf'
import { resolveView, type ViewSettings } from '../../../src/tensor/View'
import { tensorOf, tensorOfRows } from '../tensor/anyTensor'

const row = Array<number>(15).fill(0)

function windowsWith(settings: ViewSettings): ReturnType<typeof windowsOf> {
  const tensor = tensorOfRows([row])
  return windowsOf(tensor, resolveView(tensor, settings, {}))
}

describe('the windows of a view', () => {
  it('are none without an x', () => {
    expect(windowsWith({})).toEqual({})
  })

  it('show the first and the last column of its x', () => {
    expect(windowsWith({ x: [3, 6] })).toEqual({ columns: { start: 3, span: 4 } })
    expect(windowsWith({ x: [14, 14] })).toEqual({ columns: { start: 14, span: 1 } })
  })

  it('end where the columns end', () => {
    expect(windowsWith({ x: [10, 200] })).toEqual({ columns: { start: 10, span: 5 } })
  })

  it('show all columns for an x that is all of them, or beyond them', () => {
    expect(windowsWith({ x: [0, 14] })).toEqual({})
    expect(windowsWith({ x: [0, 99] })).toEqual({})
    expect(windowsWith({ x: [15, 20] })).toEqual({})
  })

  it('count the columns of all queries where these are shown', () => {
    const short = { rows: [[1, 2]], uncoveredCount: 0, gap: 0 }
    const long = { rows: [row], uncoveredCount: 0, gap: 0 }
    const tensor = tensorOf({
      queries: [short, long],
      align: 'start',
      firstIndex: 0,
      tokenKind: 'none',
    })
    const view = resolveView(tensor, { x: [1, 9], width: 'all', axis: 'position' }, {})
    expect(windowsOf(tensor, view)).toEqual({ columns: { start: 1, span: 9 } })
    expect(windowsOf(tensor, { ...view, width: 'query' })).toEqual({
      columns: { start: 1, span: 1 },
    })
  })
})
