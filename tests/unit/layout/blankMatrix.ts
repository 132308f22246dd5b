import { matrixOf, type Matrix } from '../../../src/tensor/Matrix'
import { tensorOf } from '../tensor/anyTensor'

/** A matrix of padding only: of any size at no cost. */
export function blankMatrix(layerCount: number, columnCount: number): Matrix {
  const rows = Array.from({ length: layerCount }, () => [])
  const queries = [{ rows, uncoveredCount: columnCount, gap: 0 }]
  const tensor = tensorOf({ queries, align: 'start', firstIndex: 0, tokenKind: 'none' })
  return matrixOf(tensor, 0, 'position', 'query')
}
