import { describe, expect, it } from 'vitest'
import { openingWindows } from '../../../src/app/state/openingWindows'
import { resolveView } from '../../../src/tensor/View'
import { tensorOfRows } from '../tensor/anyTensor'

describe('the windows that a view opens with', () => {
  const tensor = tensorOfRows([[1, 2, 3, 4, 5]])

  it.each<[string, [number, number], object]>([
    ['are its columns, both ends included', [1, 2], { columns: { start: 1, span: 2 } }],
    ['end with the last column', [3, 99], { columns: { start: 3, span: 2 } }],
    ['are none where all columns are named', [0, 4], {}],
    ['are none where more than all columns are named', [0, 1000], {}],
    ['are none where no named column exists', [5, 9], {}],
  ])('%s', (_, x, windows) => {
    expect(openingWindows(tensor, resolveView(tensor, { x }, {}))).toEqual(windows)
  })

  it('are none without columns', () => {
    const empty = tensorOfRows([[]])
    expect(openingWindows(empty, resolveView(empty, { x: [0, 0] }, {}))).toEqual({})
    expect(openingWindows(tensor, resolveView(tensor, {}, {}))).toEqual({})
  })
})
