import { type BinAxis } from '../../../src/tensor/BinAxis'
import { type BinSource, type Detail } from '../../../src/tensor/BinSource'
import { cellAt, type Matrix } from '../../../src/tensor/Matrix'

/** A bin by a reading of all its cells. */
export interface ReadBin {
  readonly binColumn: number
  readonly binRow: number
  /** Values; NaN is missing, undefined is padding. */
  readonly cells: readonly (number | undefined)[]
  readonly shown: number
}

/** Every bin of the windows, row by row, by sorting its cells in the order that design.md §5 gives them. */
export function readBins(source: BinSource): readonly ReadBin[] {
  const { matrix, columns, layers, detail, reference } = source
  const bins: ReadBin[] = []
  for (let binRow = 0; binRow < layers.binCount; binRow++) {
    for (let binColumn = 0; binColumn < columns.binCount; binColumn++) {
      const cells = cellsIn(matrix, indicesIn(layers, binRow), indicesIn(columns, binColumn))
      const numbers = cells.filter((cell) => cell !== undefined).filter((n) => !Number.isNaN(n))
      const shown = standFor(numbers, detail, Number.isNaN(reference) ? 0 : reference)
      bins.push({ binColumn, binRow, cells, shown })
    }
  }
  return bins
}

/** The cells of a bin, each asked whether its multiple is the bin's. */
function indicesIn({ cellCount, cellsPerBin, firstBin }: BinAxis, bin: number): readonly number[] {
  const first = (firstBin + bin) * cellsPerBin
  return Array.from({ length: cellsPerBin }, (_, k) => first + k).filter((k) => k < cellCount)
}

function cellsIn(
  matrix: Matrix,
  layers: readonly number[],
  columns: readonly number[],
): readonly (number | undefined)[] {
  return layers.flatMap((layer) => columns.map((column) => cellAt(matrix, layer, column)))
}

function standFor(numbers: readonly number[], detail: Detail, reference: number): number {
  if (numbers.length === 0) return NaN
  if (detail === 'mean') {
    // Both infinities have no mean: they are shown in two halves.
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
    return Number.isNaN(mean) ? Infinity : mean
  }
  const [shown = NaN] = numbers.toSorted((a, b) => {
    if (detail === 'max') return order(b, a)
    if (detail === 'min') return order(a, b)
    return (
      order(isInfinite(b), isInfinite(a)) ||
      order(Math.abs(b - reference), Math.abs(a - reference)) ||
      order(Math.abs(b), Math.abs(a)) ||
      order(b, a)
    )
  })
  return shown
}

function isInfinite(value: number): number {
  return Math.abs(value) === Infinity ? 1 : 0
}

/** Also for two infinite distances, whose difference is NaN. */
function order(a: number, b: number): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
