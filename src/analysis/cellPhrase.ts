import { type Matrix } from '../tensor/Matrix'
import {
  distanceOf,
  layerLabel,
  sequenceIndex,
  tokenText,
  valueAt,
  type Tensor,
} from '../tensor/Tensor'
import { type CellIndex } from './Statistics'
import { rounded } from './wording'

/** Makes a token's text visible, and valid in XML. */
export type VisibleText = (text: string) => string

/** Longer texts are cut, in UTF-16 units: nobody listens to a token of ten thousand characters. */
const LONGEST = 60

/**
 * A cell that has a finite value in one phrase: `layer 0, token 12 "level" (3 back), 0.04`. Indices
 * always stand there, so that equal labels and texts are told apart.
 */
export function cellPhrase(matrix: Matrix, cell: CellIndex, visibleText: VisibleText): string {
  const { tensor, queryIndex } = matrix
  const { layerIndex, tokenIndex } = cell
  const value = valueAt(tensor, queryIndex, layerIndex, tokenIndex) ?? NaN
  const layer = layerPhrase(tensor, layerIndex, visibleText)
  return `${layer}, ${tokenPhrase(matrix, tokenIndex, visibleText)}, ${rounded(value)}`
}

/** `layer 3`; `layer "L4" (index 3)` where its label is not its index. */
export function layerPhrase(tensor: Tensor, layerIndex: number, visibleText: VisibleText): string {
  const label = layerLabel(tensor, layerIndex)
  return label === String(layerIndex)
    ? `layer ${layerIndex}`
    : `layer ${quoted(label, visibleText)} (index ${layerIndex})`
}

/** `token 12 "level" (3 back)`, with its index in the sequence. */
export function tokenPhrase(matrix: Matrix, tokenIndex: number, visibleText: VisibleText): string {
  const { tensor, queryIndex } = matrix
  const text = tokenText(tensor, queryIndex, tokenIndex)
  return [
    `token ${sequenceIndex(tensor, tokenIndex)}`,
    ...(text === undefined ? [] : [quoted(text, visibleText)]),
    `(${distanceOf(tensor, queryIndex, tokenIndex)} back)`,
  ].join(' ')
}

/** Words with single spaces between them, each made visible on its own: labels and titles. */
export function visibleWords(text: string, visibleText: VisibleText): string {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => visibleText(word))
    .join(' ')
}

function quoted(text: string, visibleText: VisibleText): string {
  const visible = visibleText(text)
  if (visible.length <= LONGEST) return `"${visible}"`
  // Not between the halves of a surrogate pair.
  return `"${visible.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…"`
}
