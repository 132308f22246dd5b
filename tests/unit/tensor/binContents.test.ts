import { describe, expect, it } from 'vitest'
import { shownCell } from '../../../src/tensor/binContents'
import { matrixOf } from '../../../src/tensor/Matrix'
import { tensorOfRows } from './anyTensor'
import { axisOf, sourceOf } from './binSource'

const wholeBin = { binColumn: 0, binRow: 0 }

/** All rows as one bin, tokens by distance. */
function oneBin(rows: readonly (readonly number[])[]): ReturnType<typeof sourceOf> {
  const matrix = matrixOf(tensorOfRows(rows), 0, 'distance', 'query')
  const { columnCount, layerCount } = matrix
  return sourceOf(matrix, {
    columns: axisOf(columnCount, columnCount),
    layers: axisOf(layerCount, layerCount),
  })
}

describe('the shown cell of a bin', () => {
  it('of padding only is its first', () => {
    const matrix = matrixOf(tensorOfRows([[1, 2, 3, 4], []]), 0, 'position', 'query')
    const source = sourceOf(matrix, { columns: axisOf(4, 2) })
    expect(shownCell(source, { binColumn: 1, binRow: 1 }, NaN)).toEqual({
      rowIndex: 1,
      columnIndex: 2,
    })
  })

  it('of missing cells and padding is a missing one', () => {
    expect(shownCell(oneBin([[], [NaN]]), wholeBin, NaN)).toEqual({ rowIndex: 1, columnIndex: 0 })
  })

  it('of several with the value is that of the first row, then of the first token', () => {
    const source = oneBin([
      [1, NaN, 2],
      [3, 1, 3],
    ])
    expect(shownCell(source, wholeBin, 3)).toEqual({ rowIndex: 1, columnIndex: 2 })
    expect(shownCell(source, wholeBin, 1)).toEqual({ rowIndex: 0, columnIndex: 2 })
  })

  it('where no cell has the value is the first that is not padding', () => {
    expect(shownCell(oneBin([[], [1, 2]]), wholeBin, 1.5)).toEqual({
      rowIndex: 1,
      columnIndex: 1,
    })
  })
})
