import { type FigureModel } from '../../figure/figureModel'
import { type BinPlace } from '../../layout/PlotGrid'
import { readoutOf, type CellReadout } from '../../layout/readout'
import { columnNumber } from '../../layout/tokenLabelSource'
import { type Matrix } from '../../tensor/Matrix'

/** What is read where the pointer or the focus is: the shown cell, and which cells it stands for. */
export interface BinReadout {
  readonly cell: CellReadout
  /** `most extreme of tokens 109 to 217`; absent where the bin is a single cell. */
  readonly scope?: string
  readonly layerIndex: number
  readonly columnIndex: number
}

/** The most extreme cell of a bin, as the figure draws it. */
export function binReadout({ matrix, bins }: FigureModel, place: BinPlace): BinReadout {
  const bin = place.binRow * bins.columnCount + place.binColumn
  const layerIndex = bins.layerIndices[bin] ?? 0
  const columnIndex = bins.columnIndices[bin] ?? 0
  const cell = readoutOf(matrix, layerIndex, columnIndex)
  const base = { cell, layerIndex, columnIndex }
  if (bins.columnsPerBin === 1 && bins.layersPerBin === 1) return base
  const scope = `most extreme of ${[
    ...scopeOf('token', place.binColumn, bins.columnsPerBin, (k) =>
      columnNumber(matrix, clampColumn(matrix, k)),
    ),
    ...scopeOf('layer', place.binRow, bins.layersPerBin, (k) => Math.min(k, matrix.layerCount - 1)),
  ].join(', ')}`
  return { ...base, scope }
}

function clampColumn(matrix: Matrix, columnIndex: number): number {
  return Math.min(columnIndex, matrix.columnCount - 1)
}

function scopeOf(
  noun: string,
  binIndex: number,
  cellsPerBin: number,
  number: (cellIndex: number) => number,
): readonly string[] {
  if (cellsPerBin === 1) return []
  const ends = [number(binIndex * cellsPerBin), number((binIndex + 1) * cellsPerBin - 1)]
  return [`${noun}s ${Math.min(...ends)} to ${Math.max(...ends)}`]
}
