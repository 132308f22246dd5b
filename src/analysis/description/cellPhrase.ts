import { type Matrix } from '../../tensor/Matrix'
import {
  distanceOf,
  layerLabel,
  sequenceIndex,
  tokenText,
  valueAt,
  type Tensor,
} from '../../tensor/Tensor'
import { type CellIndex } from '../Statistics'
import { type Writing } from './Writing'

/**
 * Returns a phrase for a cell with a finite value: `layer 0, token 12 "level" (3 back), 0.04`. It always includes the
 * indices, so that cells with equal labels and texts can be distinguished.
 */
export function cellPhrase(matrix: Matrix, cell: CellIndex, writing: Writing): string {
  const { tensor, queryIndex } = matrix
  const { layerIndex, tokenIndex } = cell
  const value = valueAt(tensor, queryIndex, layerIndex, tokenIndex) ?? NaN
  const layer = layerPhrase(tensor, layerIndex, writing)
  return `${layer}, ${tokenPhrase(matrix, tokenIndex, writing)}, ${writing.number(value)}`
}

/** Returns `layer 3`, or `layer "L4" (index 3)` if the label differs from the index. */
export function layerPhrase(tensor: Tensor, layerIndex: number, { quote }: Writing): string {
  const label = layerLabel(tensor, layerIndex)
  return label === String(layerIndex)
    ? `layer ${layerIndex}`
    : `layer ${quote(label)} (index ${layerIndex})`
}

/** Returns `token 12 "level" (3 back)`, with the index in the sequence. */
export function tokenPhrase(matrix: Matrix, tokenIndex: number, { quote }: Writing): string {
  const { tensor, queryIndex } = matrix
  const text = tokenText(tensor, queryIndex, tokenIndex)
  return [
    `token ${sequenceIndex(tensor, tokenIndex)}`,
    ...(text === undefined ? [] : [quote(text)]),
    `(${distanceOf(tensor, queryIndex, tokenIndex)} back)`,
  ].join(' ')
}

/** Returns the short name of a token for lists: `"level" (12)`. */
export function tokenName(
  { tensor, queryIndex }: Pick<Matrix, 'tensor' | 'queryIndex'>,
  tokenIndex: number,
  { quote }: Writing,
): string {
  const text = tokenText(tensor, queryIndex, tokenIndex)
  const index = sequenceIndex(tensor, tokenIndex)
  return text === undefined ? `token ${index}` : `${quote(text)} (${index})`
}
