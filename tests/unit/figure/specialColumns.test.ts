import { expect, it } from 'vitest'
import { plotGrid, type Rect } from '../../../src/layout/PlotGrid'
import { specialColumns, specialNote } from '../../../src/figure/specialColumns'
import { matrixOf } from '../../../src/tensor/Matrix'
import { tensorOfRows } from '../tensor/anyTensor'
import { type View } from '../../../src/tensor/View'

function columnsOf(texts: readonly string[], width: number): readonly Rect[] {
  const tensor = {
    ...tensorOfRows([texts.map(() => 0)]),
    tokens: { kind: 'shared' as const, texts },
    special: ['x'],
  }
  const matrix = matrixOf(tensor, 0, 'distance', 'query')
  const plot = { x: 10, y: 20, width, height: 30 }
  return specialColumns(matrix, plotGrid(matrix, plot, { isUpward: true, pixelRatio: 1 }))
}

it('special tokens’ columns are found where they are displayed', () => {
  expect(columnsOf([], 100)).toEqual([])
  expect(columnsOf(['a', 'b'], 100)).toEqual([])
  expect(columnsOf(['<s>', 'a', 'x', 'b'], 100)).toEqual([
    { x: 35, y: 20, width: 25, height: 30 },
    { x: 85, y: 20, width: 25, height: 30 },
  ])
})

it('no column is one that is drawn together with others', () => {
  expect(columnsOf(['<s>', 'a', 'x', 'b'], 3)).toEqual([])
})

function noteOf(texts: readonly string[], special: View['special']): string | undefined {
  const tensor = tensorOfRows([texts.map(() => 0)])
  const listed = { ...tensor, tokens: { kind: 'shared' as const, texts } }
  return specialNote(matrixOf(listed, 0, 'distance', 'query'), special)
}

it('says nothing where special tokens are marked, or there are none', () => {
  expect(noteOf(['<s>', 'a'], 'mark')).toBeUndefined()
  expect(noteOf(['a', 'b'], 'exclude')).toBeUndefined()
  expect(noteOf([], 'dim')).toBeUndefined()
})

it('says that they are dimmed, and that they do not count', () => {
  expect(noteOf(['<s>', 'a'], 'dim')).toBe('Special tokens are dimmed.')
  expect(noteOf(['<s>', 'a'], 'exclude')).toMatch(/left out of the domain and the statistics\.$/)
})

it('says that none is left out where all are special', () => {
  expect(noteOf(['<s>', '</s>'], 'exclude')).toBe('Special tokens are dimmed.')
})
