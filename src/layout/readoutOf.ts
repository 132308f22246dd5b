import { openTensorOf, ownPlace } from '../tensor/atLayer'
import { wordsOf } from '../tensor/Axes'
import { areFloat32 } from '../tensor/CellValues'
import { type MatrixCell } from '../tensor/binContents'
import { companionsAt } from '../tensor/companionsAt'
import { exactText } from '../tensor/exactText'
import {
  cellAt,
  isUnaligned,
  layerOfRow,
  tokenCountIn,
  tokenOfColumn,
  type Matrix,
} from '../tensor/Matrix'
import {
  distanceOf,
  hasDistances,
  queryOf,
  sequenceIndex,
  tokenText,
  type Tensor,
} from '../tensor/Tensor'
import { cutText } from '../text/cutText'
import { isolated } from '../text/isolated'
import { shortNumber, withMinus } from '../text/rounded'
import { visibleProse, visibleText } from '../text/visibleText'
import { rowText, splitBytes, tokenLabelText, tokensLabelText } from './tokenLabelText'

/** Most UTF-16 units of a text in a readout, which is one line. */
const LONGEST = 120

/** The readout of a cell in visible texts. */
export interface CellReadout {
  /** What a row is, in a sentence: `layer`. */
  readonly rowNoun: string
  readonly layer: string
  /** The label of the row's query, if the rows are queries. */
  readonly query?: string
  /** Absent if the cell is padding. */
  readonly token?: TokenReadout
  /**
   * The exact similarity with an ASCII minus, as it is copied, `missing`, `padding` or `not in this query`; the mean of
   * several tokens has ten digits.
   */
  readonly value: string
  /** The similarity with five digits; else `value`. */
  readonly short: string
  /** The rounded value that is colored instead, if any, with its name: `0.012 (cosine similarity − layer mean)`. */
  readonly displayed?: string
  /** The companions of the value, `A 0.0213`, the first few; absent if there are none. */
  readonly companions?: readonly CompanionReadout[]
}

/** The readout of a companion: exact, and with five digits. */
export interface CompanionReadout {
  readonly exact: string
  readonly short: string
}

/** The readout of a token. */
export interface TokenReadout {
  /** What a column is, in a sentence: `token`. */
  readonly noun: string
  /** Index in the sequence; of several tokens in one column, those of the first and the last: `3 to 4`. */
  readonly index: number | string
  /** Absent if the tensor lists no token texts. */
  readonly text?: string
  /** The text in the file, with its bytes if it contains parts of characters; absent if `text` is the same. */
  readonly given?: string
  /** Number of tokens back from the query; absent if the columns have no distance from it. */
  readonly distance?: number
}

/** Returns the readout of a cell of a matrix, which may display values other than those of the `raw` tensor. */
export function readoutOf(
  matrix: Matrix,
  rowIndex: number,
  columnIndex: number,
  raw = matrix.tensor,
): CellReadout {
  const own = ownPlace(matrix, rowIndex, columnIndex)
  if (own !== undefined) {
    const { tensor } = own.matrix
    const { label } = queryOf(tensor, own.matrix.queryIndex)
    const readout = readoutOf(own.matrix, own.rowIndex, own.columnIndex, openTensorOf(raw))
    return { ...readout, query: cutText(visibleProse(label), LONGEST) }
  }
  const layer = cutText(rowText({ ...matrix, tensor: raw })(layerOfRow(matrix, rowIndex)), LONGEST)
  const value = cellAt({ ...matrix, tensor: raw }, rowIndex, columnIndex)
  const rowNoun = wordsOf(raw).row.one
  const text = cellText(matrix, rowIndex, columnIndex, raw)
  if (value === undefined || isUnaligned(matrix, columnIndex)) {
    return { rowNoun, layer, value: text, short: text }
  }
  const isMean = tokenCountIn(matrix, columnIndex, 1) > 1
  return {
    rowNoun,
    layer,
    token: tokenReadout(matrix, columnIndex),
    value: text,
    short: Number.isNaN(value) ? 'missing' : `${isMean ? 'mean ' : ''}${shortNumber(value)}`,
    ...(raw === matrix.tensor
      ? {}
      : {
          displayed: displayedText(matrix.tensor, cellAt(matrix, rowIndex, columnIndex) ?? NaN),
        }),
    ...(raw.companions &&
      !isMean && { companions: companionTexts(matrix, raw, { rowIndex, columnIndex }) }),
  }
}

/** Returns the `value` of a cell's readout alone. */
export function cellText(
  matrix: Matrix,
  rowIndex: number,
  columnIndex: number,
  raw = matrix.tensor,
): string {
  const own = ownPlace(matrix, rowIndex, columnIndex)
  if (own) return cellText(own.matrix, own.rowIndex, own.columnIndex, openTensorOf(raw))
  if (isUnaligned(matrix, columnIndex)) return `not in this ${wordsOf(raw).query.one}`
  const value = cellAt({ ...matrix, tensor: raw }, rowIndex, columnIndex)
  if (value === undefined) return 'padding'
  return valueText(value, tokenCountIn(matrix, columnIndex, 1) > 1, raw)
}

/** Most companions that a readout has, which is one line. */
const MOST_COMPANIONS = 6

function companionTexts(
  matrix: Matrix,
  raw: Tensor,
  { rowIndex, columnIndex }: MatrixCell,
): readonly CompanionReadout[] {
  const layer = layerOfRow(matrix, rowIndex)
  const token = tokenOfColumn(matrix, columnIndex)
  const all = companionsAt(raw, matrix.queryIndex, layer, token)
  const texts = all.slice(0, MOST_COMPANIONS).map(({ name, text }, k) => {
    const isNumber = 'blocks' in (raw.companions?.[k]?.values ?? {})
    const label = isolated(cutText(visibleProse(name), LONGEST))
    const exact = isNumber
      ? withMinus(text ?? '')
      : isolated(cutText(visibleText(text ?? ''), LONGEST))
    if (text === undefined) return bothOf(`${label} missing`)
    return {
      exact: `${label} ${exact}`,
      short: `${label} ${isNumber ? shortNumber(Number(text)) : exact}`,
    }
  })
  const rest = all.length - texts.length
  return rest > 0 ? [...texts, bothOf(`${rest} more`)] : texts
}

function bothOf(text: string): CompanionReadout {
  return { exact: text, short: text }
}

function valueText(value: number, isMean: boolean, { values }: Tensor): string {
  if (Number.isNaN(value)) return 'missing'
  return isMean ? `mean ${meanText(value)}` : exactText(value, areFloat32(values))
}

/** Significant digits of a mean, whose last ones would be rounding errors. */
const MEAN_DIGITS = 10

/** Returns the text of a mean. */
export function meanText(mean: number): string {
  return exactText(Number(mean.toPrecision(MEAN_DIGITS)))
}

function displayedText({ metric }: Tensor, value: number): string {
  const number = Number.isNaN(value) ? 'missing' : shortNumber(value)
  return `${number} (${cutText(visibleProse(metric), LONGEST)})`
}

/** Returns the readout of the tokens of a column, which has some. */
export function tokenReadout(matrix: Matrix, columnIndex: number): TokenReadout {
  const { tensor, queryIndex, labels = 'visible' } = matrix
  const tokenIndex = tokenOfColumn(matrix, columnIndex)
  const piece = tokenText(tensor, queryIndex, tokenIndex)
  const { column } = wordsOf(tensor)
  const count = tokenCountIn(matrix, columnIndex, 1)
  if (count > 1) {
    const tokens = Array.from({ length: count }, (_, k) => tokenIndex + k)
    const text = tokensLabelText(tensor, queryIndex, tokens, labels)
    return {
      noun: column.many,
      index: `${sequenceIndex(tensor, tokenIndex)} to ${sequenceIndex(tensor, tokenIndex + count - 1)}`,
      text: cutText(text, LONGEST),
    }
  }
  return {
    noun: column.one,
    index: sequenceIndex(tensor, tokenIndex),
    ...(hasDistances(tensor, queryIndex) && {
      distance: distanceOf(tensor, queryIndex, tokenIndex),
    }),
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

/**
 * Returns the readout in one line: `layer 3 · token 12 "level" (3 back) · 0.0283`, then the value that is colored. The
 * minus is U+2212.
 */
export function readoutText(readout: CellReadout): string {
  const { rowNoun, layer, query, token, value, displayed, companions = [] } = readout
  const place = [`${rowNoun} ${isolated(layer)}`, query && isolated(query)]
  const others = companions.map(({ exact }) => exact)
  const cell = [token && tokenReadoutText(token), withMinus(value)]
  const parts = [...place, ...cell, displayed, ...others]
  return parts.filter((part) => part !== undefined).join(' · ')
}

/** Returns the readout of a token: `token 12 "level" (3 back)`. */
function tokenReadoutText({ noun, index, text, distance }: TokenReadout): string {
  const quoted = text === undefined ? '' : ` "${isolated(text)}"`
  const back = distance === undefined ? '' : ` (${distance} back)`
  return `${noun} ${index}${quoted}${back}`
}
