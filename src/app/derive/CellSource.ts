import { type Sliced } from '../../analysis/Sliced'
import { type BinAxis } from '../../tensor/BinAxis'
import { type BinSource, type Detail } from '../../tensor/BinSource'
import { addBinRow, emptyBins, type Bins } from '../../tensor/Bins'
import { derived } from './derived'
import { nextTask } from '../../worker/inSlices'
import { type Work } from './Work'

/** A source of the cells of one matrix, which are in memory or have to be fetched from a store. */
export interface CellSource {
  /**
   * Returns the cells of a window, at the resolution of its bins. `detail` chooses the value that stands for the cells
   * of a bin.
   */
  readonly cellsIn: (window: BinWindow, detail: Detail) => WindowCells
}

/** The visible bins of both axes. */
export interface BinWindow {
  readonly columns: BinAxis
  readonly layers: BinAxis
}

/** The cells of a window, as bins. */
export interface WindowCells {
  /** Returns bins if they exist or can be made in a moment, else undefined. */
  readonly now: () => GivenBins | undefined
  /** Yields bins of increasing exactness, the exact ones last. Throws as derived values do. */
  readonly later: (work: Work) => AsyncIterable<GivenBins>
}

export interface GivenBins {
  readonly bins: Bins
  /** False if the bins stand in for exact ones that are still being made. */
  readonly isExact: boolean
}

/** Calls `show` with all bins that `later` yields, each in a task of its own. Rejects as `later` throws. */
export async function followCells(
  cells: WindowCells,
  work: Work,
  show: (given: GivenBins) => void,
): Promise<void> {
  for await (const given of cells.later(work)) {
    await nextTask()
    work.signal?.throwIfAborted()
    show(given)
  }
}

/**
 * Returns the source of a matrix whose cells are all in memory. Its only bins are exact: available at once, or made in
 * slices.
 */
export function cellsInMemory({
  matrix,
  pyramids,
  reference,
  standing,
}: Pick<BinSource, 'matrix' | 'pyramids' | 'reference' | 'standing'>): CellSource {
  return {
    cellsIn: ({ columns, layers }, detail) => {
      const source = { matrix, pyramids, reference, standing, columns, layers, detail }
      return {
        now: () => {
          const bins = binsInMemory.now(source)
          return bins && { bins, isExact: true }
        },
        async *later(work) {
          yield { bins: await binsInMemory.soon(source, work), isExact: true }
        },
      }
    },
  }
}

/** Most cells of a run that are read to summarize it; a pyramid supplies the rest, however long the run is. */
const MOST_LOOKS = 64

/** Keeps two values: the bins of the figure and those of its overview. */
const binsInMemory = derived<BinSource, Bins>({
  of: ({ matrix }) => matrix,
  key: ({ columns, layers, detail, standing }) =>
    JSON.stringify([columns, layers, detail, String(standing?.threshold)]),
  keptCount: 2,
  cost: binsCost,
  *make(source): Sliced<Bins> {
    const bins = emptyBins(source)
    for (let row = 0; row < source.layers.binCount; row++) {
      addBinRow(bins, source, row)
      yield
    }
    return bins
  },
})

/** Returns the number of cell reads that the bins of a source take. */
export function binsCost({ matrix, columns, layers }: BinSource): number {
  const { cellsPerBin } = columns
  const looks = matrix.tokenOrder === undefined ? Math.min(cellsPerBin, MOST_LOOKS) : cellsPerBin
  const cost = columns.binCount * looks * layers.binCount * layers.cellsPerBin
  return Math.min(cost, matrix.tensor.values.length)
}
