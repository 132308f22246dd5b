import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settingsOfView, shownView } from '../../../src/tensor/shownView'
import { resolveView, type ViewSettings } from '../../../src/tensor/View'
import { type Windows } from '../../../src/tensor/Windows'
import { tensorOf, tensorOfRows } from './anyTensor'

const tensor = tensorOfRows([[1, 2, 3, 4, 5]])

function windowsOf(x: [number, number]): Windows {
  return shownView(tensor, { x }, {}).windows
}

describe('the windows that a view opens with', () => {
  it.each<[string, [number, number], object]>([
    ['are its columns, both ends included', [1, 2], { columns: { start: 1, span: 2 } }],
    ['end with the last column', [3, 99], { columns: { start: 3, span: 2 } }],
    ['are none where all columns are named', [0, 4], {}],
    ['are none where more than all columns are named', [0, 1000], {}],
    ['are none where no named column exists', [5, 9], {}],
  ])('%s', (_, x, windows) => {
    expect(windowsOf(x)).toEqual(windows)
  })

  it('may be any of an aligned axis, which has as many columns as its queries have tokens, or fewer', () => {
    const { queries, tokenCounts } = tensor
    const two = {
      ...tensor,
      queries: [...queries, ...queries],
      queryRows: Uint32Array.of(0, 1, 1),
      tokenCounts: Uint32Array.of(tokenCounts[0] ?? 0, 3),
    }
    const open = (x: [number, number]): Windows =>
      shownView(two, { axis: 'aligned', x }, {}).windows
    expect(open([5, 6])).toEqual({ columns: { start: 5, span: 2 } })
    expect(open([8, 9])).toEqual({})
  })

  it('are of the columns of all queries, if these are rows', () => {
    const two = tensorOf({
      queries: [3, 5].map((count) => ({
        rows: [Array.from({ length: count }, () => 1)],
        uncoveredCount: 0,
        gap: 0,
      })),
      align: 'start',
      firstIndex: 0,
      tokenKind: 'none',
    })
    const { windows } = shownView(two, { rows: 'query', x: [3, 4] }, {})
    expect(windows).toEqual({ columns: { start: 3, span: 2 } })
    expect(shownView(two, { x: [3, 4] }, {}).windows).toEqual({})
  })

  it('are none without columns', () => {
    expect(shownView(tensorOfRows([[]]), { x: [0, 0] }, {}).windows).toEqual({})
    expect(shownView(tensor, {}, {}).windows).toEqual({})
  })
})

describe('the settings of a view as it is shown', () => {
  it('are all of it, then the pinned cell, then the visible columns', () => {
    const shown = shownView(tensor, { cell: [0, 2], x: [1, 2], title: 'A' }, { detail: 'min' })
    const settings = settingsOfView(shown)
    expect(settings).toEqual({ ...shown.view, cell: [0, 2], x: [1, 2] })
    expect(Object.keys(settings).slice(-2)).toEqual(['cell', 'x'])
  })

  it('have no column and no cell where all is shown and none is pinned', () => {
    const shown = shownView(tensor, {}, {})
    expect(settingsOfView(shown)).toEqual(resolveView(tensor, {}, {}))
  })

  it('name columns of which more than half is visible, or the first', () => {
    const { view } = shownView(tensor, {}, {})
    const x = (start: number, span: number): ViewSettings['x'] =>
      settingsOfView({ view, windows: { columns: { start, span } } }).x
    expect(x(0.4, 2)).toEqual([0, 1])
    expect(x(0.6, 2)).toEqual([1, 2])
    expect(x(1.4, 0.1)).toEqual([1, 1])
  })

  it('show the same again', () => {
    const anySettings = fc.record(
      {
        x: fc.tuple(fc.nat(4), fc.nat(4)).map(([a, b]): [number, number] => {
          return [Math.min(a, b), Math.max(a, b)]
        }),
        cell: fc.tuple(fc.nat(3), fc.nat(9)),
        axis: fc.constantFrom('position' as const, 'distance' as const),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(anySettings, (settings) => {
        const shown = shownView(tensor, settings, {})
        expect(shownView(tensor, settingsOfView(shown), {})).toEqual(shown)
      }),
    )
  })
})
