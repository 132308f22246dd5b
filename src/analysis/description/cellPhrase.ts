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
 * A cell that has a finite value in one phrase: `layer 0, token 12 "level" (3 back), 0.04`. Indices
 * always stand there, so that equal labels and texts are told apart.
 */
export function cellPhrase(matrix: Matrix, cell: CellIndex, writing: Writing): string {
  const { tensor, queryIndex } = matrix
  const { layerIndex, tokenIndex } = cell
  const value = valueAt(tensor, queryIndex, layerIndex, tokenIndex) ?? NaN
  const layer = layerPhrase(tensor, layerIndex, writing)
  return `${layer}, ${tokenPhrase(matrix, tokenIndex, writing)}, ${writing.number(value)}`
}

/** `layer 3`; `layer "L4" (index 3)` where its label is not its index. */
export function layerPhrase(tensor: Tensor, layerIndex: number, { quote }: Writing): string {
  const label = layerLabel(tensor, layerIndex)
  return label === String(layerIndex)
    ? `layer ${layerIndex}`
    : `layer ${quote(label)} (index ${layerIndex})`
}

/** `token 12 "level" (3 back)`, with its index in the sequence. */
export function tokenPhrase(matrix: Matrix, tokenIndex: number, { quote }: Writing): string {
  const { tensor, queryIndex } = matrix
  const text = tokenText(tensor, queryIndex, tokenIndex)
  return [
    `token ${sequenceIndex(tensor, tokenIndex)}`,
    ...(text === undefined ? [] : [quote(text)]),
    `(${distanceOf(tensor, queryIndex, tokenIndex)} back)`,
  ].join(' ')
}

/** `"level" (12)`, in lists. */
export function tokenName(
  { tensor, queryIndex }: Pick<Matrix, 'tensor' | 'queryIndex'>,
  tokenIndex: number,
  { quote }: Writing,
): string {
  const text = tokenText(tensor, queryIndex, tokenIndex)
  const index = sequenceIndex(tensor, tokenIndex)
  return text === undefined ? `token ${index}` : `${quote(text)} (${index})`
}
