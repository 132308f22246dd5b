import { binAxis, type BinAxis } from '../../../src/tensor/BinAxis'
import { type BinSource } from '../../../src/tensor/BinSource'
import { type Matrix } from '../../../src/tensor/Matrix'
import { pyramidsOf } from '../../../src/tensor/Pyramid'

/** A whole axis in bins of so many cells. */
export function axisOf(cellCount: number, cellsPerBin: number): BinAxis {
  const binCount = Math.ceil(cellCount / cellsPerBin)
  return { ...binAxis(cellCount, Infinity), cellsPerBin, firstBin: 0, binCount }
}

/** All of a matrix in single cells, most extreme from 0, unless said otherwise. */
export function sourceOf(matrix: Matrix, options: Partial<BinSource> = {}): BinSource {
  return {
    matrix,
    pyramids: pyramidsOf(matrix.tensor.values),
    columns: axisOf(matrix.columnCount, 1),
    layers: axisOf(matrix.layerCount, 1),
    detail: 'extreme',
    reference: 0,
    ...options,
  }
}
