import { type Sliced } from '../../analysis/findings/Sliced'
import { type BinAxis } from '../../tensor/BinAxis'
import { addBinRow, emptyBins, type Bins, type BinSource, type Detail } from '../../tensor/Bins'
import { derived } from './derived'
import { nextTask } from './inSlices'
import { type Work } from './Work'

/** The cells of one matrix, wherever they are: in memory, or in a store from which they have to be fetched. */
export interface CellSource {
  /** The cells of a window as the pixels allow them; `detail` says which value stands for the cells of a bin. */
  readonly cellsIn: (window: BinWindow, detail: Detail) => WindowCells
}

/** The visible bins of both axes. */
export interface BinWindow {
  readonly columns: BinAxis
  readonly layers: BinAxis
}

export interface WindowCells {
  /** Returns what is there or made in a moment; undefined if nothing is. */
  readonly now: () => GivenBins | undefined
  /** Yields better and better bins, the exact ones last. Throws as derived values do. */
  readonly later: (work: Work) => AsyncIterable<GivenBins>
}

export interface GivenBins {
  readonly bins: Bins
  /** False for bins that stand in for the exact ones until those are there. */
  readonly isExact: boolean
}

/** Calls back with everything that comes later, each in a task of its own. Rejects as `later` throws. */
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

/** Returns the source of a matrix whose cells are all in memory: its bins are exact at once, or after some slices. */
export function cellsInMemory({
  matrix,
  pyramids,
  reference,
}: Pick<BinSource, 'matrix' | 'pyramids' | 'reference'>): CellSource {
  return {
    cellsIn: ({ columns, layers }, detail) => {
      const source = { matrix, pyramids, reference, columns, layers, detail }
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

/** Cells of a run that are looked at for its extremes, however long it is: a pyramid has the rest. */
const MOST_LOOKS = 64

/** Bins of the figure and of its overview are kept. */
const binsInMemory = derived<BinSource, Bins>({
  of: ({ matrix }) => matrix,
  key: ({ columns, layers, detail }) => JSON.stringify([columns, layers, detail]),
  keptCount: 2,
  cost: costOf,
  *make(source): Sliced<Bins> {
    const bins = emptyBins(source)
    for (let row = 0; row < source.layers.binCount; row++) {
      addBinRow(bins, source, row)
      yield
    }
    return bins
  },
})

function costOf({ matrix, columns, layers, detail }: BinSource): number {
  const { cellsPerBin } = columns
  const hasRuns = detail !== 'mean' && matrix.tokenOrder === undefined
  const looks = hasRuns ? Math.min(cellsPerBin, MOST_LOOKS) : cellsPerBin
  const cost = columns.binCount * looks * layers.binCount * layers.cellsPerBin
  return Math.min(cost, matrix.tensor.values.length)
}
