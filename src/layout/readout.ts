import { areFloat32 } from '../tensor/CellValues'
import { exactText } from '../tensor/exactText'
import { cellAt, layerOfRow, tokenOfColumn, type Matrix } from '../tensor/Matrix'
import { distanceOf, layerLabel, sequenceIndex, tokenText, type Tensor } from '../tensor/Tensor'
import { splitBytes, tokenLabelText } from './tokenLabelText'
import { cutText } from '../text/cutText'
import { rounded } from '../text/rounded'
import { visibleProse, visibleText } from '../text/visibleText'

/** A readout stays one line: the longest texts are cut here. In UTF-16 units. */
const LONGEST = 120

/** What a cell is, in visible texts. Numbers are exact. */
export interface CellReadout {
  readonly layer: string
  /** Absent where the cell is padding. */
  readonly token?: TokenReadout
  /** Exact similarity, `missing` or `padding`. */
  readonly value: string
  /** What is colored instead, rounded and named: `0.012 (cosine similarity − layer mean)`. */
  readonly displayed?: string
}

export interface TokenReadout {
  /** Index in the sequence. */
  readonly index: number
  /** Absent where the tensor lists no token texts. */
  readonly text?: string
  /** The text as given, where it reads otherwise; with the bytes where it holds parts of characters. */
  readonly given?: string
  /** How many tokens before the query. */
  readonly distance: number
}

/** Of a cell of a matrix that may display something else than the values of the `raw` tensor. */
export function readoutOf(
  matrix: Matrix,
  rowIndex: number,
  columnIndex: number,
  raw = matrix.tensor,
): CellReadout {
  const layer = visibleProse(layerLabel(raw, layerOfRow(matrix, rowIndex)))
  const value = cellAt({ ...matrix, tensor: raw }, rowIndex, columnIndex)
  if (value === undefined) return { layer, value: 'padding' }
  return {
    layer,
    token: tokenReadout(matrix, columnIndex),
    value: Number.isNaN(value) ? 'missing' : exactText(value, areFloat32(raw.values)),
    ...(raw === matrix.tensor
      ? {}
      : {
          displayed: displayedText(matrix.tensor, cellAt(matrix, rowIndex, columnIndex) ?? NaN),
        }),
  }
}

function displayedText({ metric }: Tensor, value: number): string {
  const number = Number.isNaN(value) ? 'missing' : rounded(value)
  return `${number} (${visibleProse(metric)})`
}

function tokenReadout(matrix: Matrix, columnIndex: number): TokenReadout {
  const { tensor, queryIndex } = matrix
  const tokenIndex = tokenOfColumn(matrix, columnIndex)
  const piece = tokenText(tensor, queryIndex, tokenIndex)
  return {
    index: sequenceIndex(tensor, tokenIndex),
    distance: distanceOf(tensor, queryIndex, tokenIndex),
    ...(piece === undefined ? {} : textsOf(matrix, tokenIndex, piece)),
  }
}

function textsOf(
  { tensor, queryIndex, labels = 'visible' }: Matrix,
  tokenIndex: number,
  piece: string,
): Pick<TokenReadout, 'text' | 'given'> {
  const text = tokenLabelText(tensor, queryIndex, tokenIndex, labels) ?? ''
  const given = visibleText(piece)
  if (labels === 'given' || given === text) return { text: cutText(text, LONGEST) }
  const bytes = splitBytes(piece, labels)
  return {
    text: cutText(text, LONGEST),
    given: `given ${cutText(given, LONGEST)}${bytes === undefined ? '' : `, bytes ${cutText(bytes, LONGEST)}`}`,
  }
}

/** `layer 3 · token 12 "level" (3 back) · 0.0283`, and what is colored instead. */
export function readoutText({ layer, token, value, displayed }: CellReadout): string {
  const parts = [`layer ${layer}`, token && tokenPhrase(token), value, displayed]
  return parts.filter((part) => part !== undefined).join(' · ')
}

/** `token 12 "level" (3 back)`. */
export function tokenPhrase({ index, text, distance }: TokenReadout): string {
  const quoted = text === undefined ? '' : ` "${text}"`
  return `token ${index}${quoted} (${distance} back)`
}
