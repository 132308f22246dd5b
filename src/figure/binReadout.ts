import { format } from 'd3-format'
import { chanceBeyond, type NoiseFloor } from '../analysis/noiseFloor'
import { columnNumber } from '../layout/tokenLabelSource'
import { meanText, readoutOf, readoutText, type CellReadout } from '../layout/readoutOf'
import { wordsOf } from '../tensor/Axes'
import { binOfCell, cellsOfBin, type BinAxis } from '../tensor/BinAxis'
import { binContents, shownCell, type MatrixCell } from '../tensor/binContents'
import { type BinPlace, type BinSource } from '../tensor/BinSource'
import { shownValues, type ShownValues } from '../tensor/Bins'
import { ownPlace } from '../tensor/atLayer'
import { cellAt, tokenCountIn, tokenOfColumn, type Matrix } from '../tensor/Matrix'
import { sequenceIndex } from '../tensor/Tensor'
import { counted } from '../text/counted'
import { shortNumber } from '../text/rounded'
import { type Noun } from '../text/nounOf'
import { type PlotModel } from './plotModel'

/** The readout of a bin: the shown cell, and the cells that it represents. */
export interface BinReadout {
  readonly cell: CellReadout
  /** Such as `most extreme of tokens 109 to 217`; absent if the bin is a single cell, or padding only. */
  readonly scope?: string
  /** The shown cell's similarity against the noise; absent without a noise floor, and for a mean. */
  readonly noise?: string | undefined
  /** The shown cell; for a mean, the first cell of the bin. */
  readonly shown: MatrixCell
}

/** Returns the readout of the bin that contains a cell, in work that grows with the cells of the bin only. */
export function binReadout(
  { source, basis }: PlotModel,
  { columnIndex, rowIndex }: MatrixCell,
): BinReadout {
  const { columns, layers, matrix } = source
  if (columns.cellsPerBin === 1 && layers.cellsPerBin === 1) {
    const cell = readoutOf(matrix, rowIndex, columnIndex, basis.tensor)
    const isMean = isMeanCell(matrix, rowIndex, columnIndex)
    return {
      cell,
      noise: isMean ? undefined : noiseAt(basis, rowIndex, columnIndex),
      shown: { columnIndex, rowIndex },
    }
  }
  const place = {
    binColumn: binOfCell(columns, columnIndex),
    binRow: binOfCell(layers, rowIndex),
  }
  const content = shownValues(source, place)
  const shown = shownCell(source, place, content.value)
  const cell = readoutOf(matrix, shown.rowIndex, shown.columnIndex, basis.tensor)
  if (cell.token === undefined) return { cell, shown }
  const { token: _token, companions: _companions, displayed, ...withoutToken } = cell
  const { isMean, mean } = content
  const name = displayed === undefined ? '' : ` (${matrix.tensor.metric})`
  const noMean = Number.isNaN(mean) ? 'no mean: +∞ and −∞' : undefined
  const value = noMean ?? `${meanText(mean)}${name}`
  return {
    cell: isMean
      ? { ...withoutToken, value, short: noMean ?? `${shortNumber(mean)}${name}` }
      : cell,
    scope: scopeOf({ source, basis }, place, content),
    noise: isMean ? undefined : noiseAt(basis, shown.rowIndex, shown.columnIndex),
    shown,
  }
}

/** Returns whether a cell has the mean of several tokens. */
function isMeanCell(matrix: Matrix, rowIndex: number, columnIndex: number): boolean {
  const own = ownPlace(matrix, rowIndex, columnIndex) ?? { matrix, columnIndex }
  return tokenCountIn(own.matrix, own.columnIndex, 1) > 1
}

function noiseAt(
  { noise, matrix }: PlotModel['basis'],
  rowIndex: number,
  columnIndex: number,
): string | undefined {
  return noise && noisePhrase(cellAt(matrix, rowIndex, columnIndex) ?? NaN, noise)
}

const DETAIL_WORDS: Readonly<Record<BinSource['detail'], string>> = {
  typical: 'stands out among',
  extreme: 'most extreme of',
  mean: 'mean of',
  max: 'greatest of',
  min: 'least of',
}

function scopeOf(
  { source, basis }: Pick<PlotModel, 'source' | 'basis'>,
  place: BinPlace,
  { value, other, isMean, mean }: ShownValues,
): string {
  const { columns, layers, matrix } = source
  const isTypicalCell = source.detail === 'typical' && !isMean && !Number.isNaN(value)
  const detail = source.detail === 'typical' && !isTypicalCell ? 'mean' : source.detail
  const { tokenOrder, layerOrder } = matrix
  const { missingCount } = binContents(source, place)
  const { row, column } = wordsOf(matrix.tensor)
  const parts = [
    ...(tokenOrder === undefined
      ? rangeOf(column, columns, place.binColumn, (index) => indexOfColumn(source, index)).map(
          (range) => (matrix.tensor.atLayer?.hasDistance ? `${range} back` : range),
        )
      : countOf(column, columns, place.binColumn)),
    ...(layerOrder === undefined
      ? rangeOf(row, layers, place.binRow, (layer) => layer)
      : countOf(row, layers, place.binRow)),
    ...(missingCount === 0 ? [] : [`${missingCount} missing`]),
  ]
  const words = `${DETAIL_WORDS[detail]} ${parts.join(', ')}`
  if (isMean && Number.isNaN(mean)) return parts.join(', ')
  if (detail !== 'typical') return words
  return `${words}${meanNote(mean)}${otherNote({ source, basis }, place, other)}`
}

function meanNote(mean: number): string {
  return Number.isFinite(mean) ? `, with a mean of ${shortNumber(mean)}` : ''
}

/** Returns words about the second cell that a bin shows. */
function otherNote(
  { source, basis }: Pick<PlotModel, 'source' | 'basis'>,
  place: BinPlace,
  other = NaN,
): string {
  if (Number.isNaN(other)) return ''
  const { rowIndex, columnIndex } = shownCell(source, place, other)
  return `; so does ${readoutText(readoutOf(source.matrix, rowIndex, columnIndex, basis.tensor))}`
}

/**
 * Returns the index in the sequence of a column's token; for a column without one, that of the nearest token. For rows
 * that are queries, it is the number of the column.
 */
function indexOfColumn({ matrix }: BinSource, column: number): number {
  if (matrix.tensor.atLayer) return columnNumber(matrix, column)
  const { starts, tokenCount } = matrix
  const own = starts === undefined ? tokenOfColumn(matrix, column) : (starts[column] ?? 0)
  const token = Math.min(own, tokenCount - 1)
  return sequenceIndex(matrix.tensor, Math.max(0, token))
}

function rangeOf(
  noun: Noun,
  axis: BinAxis,
  binIndex: number,
  numberOf: (cellIndex: number) => number,
): readonly string[] {
  if (axis.cellsPerBin === 1) return []
  const [first, end] = cellsOfBin(axis, binIndex)
  const ends = [numberOf(first), numberOf(end - 1)]
  return [`${noun.many} ${Math.min(...ends)} to ${Math.max(...ends)}`]
}

/** Returns the number of cells: in an order other than the sequence, neighbours have no range. */
function countOf(noun: Noun, axis: BinAxis, binIndex: number): readonly string[] {
  const [first, end] = cellsOfBin(axis, binIndex)
  return axis.cellsPerBin === 1 ? [] : [counted(end - first, noun.one, noun.many)]
}

/** Returns a similarity against the noise: `1.6 σ; random directions are this far out 11 % of the time`. Undefined for a number that is not finite. */
export function noisePhrase(similarity: number, floor: NoiseFloor): string | undefined {
  if (!Number.isFinite(similarity)) return undefined
  const percent = 100 * chanceBeyond(similarity, floor)
  const chance = percent < 0.0001 ? 'less than 0.0001' : format('.2~r')(percent)
  return `${format('.2~f')(Math.abs(similarity) / floor.sigma)} σ; random directions are this far out ${chance} % of the time`
}
