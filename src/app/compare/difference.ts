import { type Part } from '../../analysis/combine/Part'
import {
  columnPairs,
  textPair,
  type ColumnPairs,
  type MatchAxis,
} from '../../analysis/difference/columnPairs'
import { type LayerPairs } from '../../analysis/difference/layerPairs'
import { differenceName, subtracted, subtractRefusal } from '../../analysis/difference/subtracted'
import { type Sliced } from '../../analysis/Sliced'
import { tokenCountOf } from '../../tensor/Tensor'
import { TensorError } from '../../tensor/TensorError'
import { inSlices } from '../../worker/inSlices'
import { preparedTensor } from '../derive/preparedTensor'
import { type Work } from '../derive/Work'
import { type NamedMade } from '../open/openFiles'

/** Most tokens of both queries together that are matched by their texts in a moment. */
const MOST_AT_ONCE = 1 << 12

/** Returns the columns of a difference, or undefined if matching them takes longer than a moment. */
export function columnsNow(a: Part, b: Part, axis: MatchAxis): ColumnPairs | undefined {
  return axis === 'aligned' && countOf(a) + countOf(b) > MOST_AT_ONCE
    ? undefined
    : columnPairs(a, b, axis)
}

function countOf({ tensor, queryIndex }: Part): number {
  return tokenCountOf(tensor, queryIndex)
}

/** The cells of a difference that are to be subtracted. */
interface DifferenceCells {
  /** Undefined if the columns are matched by texts, which takes longer than a moment. */
  readonly columns: ColumnPairs | undefined
  readonly layers: LayerPairs
}

/** Returns the tensor A − B, to be opened. */
export function difference(
  a: Part,
  b: Part,
  { columns: known, layers }: DifferenceCells,
): NamedMade {
  const name = differenceName(a, b)
  return {
    name,
    make: async (work) => {
      const columns = known ?? (await columnsSoon(a, b, work))
      const refusal = subtractRefusal(a, b, columns)
      if (refusal !== undefined) {
        const advice = 'Choose other queries, or match their columns in another way.'
        throw new TensorError({ tag: 'shape', message: refusal, advice })
      }
      const cells = followed(subtracted(a, b, { columns, layers }), work.onProgress)
      const tensor = await inSlices(cells, work.signal)
      work.signal?.throwIfAborted()
      const made = await preparedTensor(tensor, work)
      const notices = columns.gaveUp ? [GAVE_UP] : []
      return { tensors: [{ name, ...made }], notices }
    },
  }
}

/** A sentence about queries whose texts were not matched. */
export const GAVE_UP = 'The texts have too little in common, so columns are matched by position.'

async function columnsSoon(a: Part, b: Part, { jobs, signal }: Work): Promise<ColumnPairs> {
  const texts = textPair(a, b)
  const aligned = texts && (await jobs.run('align', texts, { signal }))
  return columnPairs(a, b, 'aligned', aligned)
}

/** Reports the progress of work. */
function* followed<T>(work: Sliced<T>, onProgress: Work['onProgress']): Sliced<T> {
  let step = work.next()
  while (step.done !== true) {
    if (step.value !== undefined) onProgress?.(step.value)
    yield step.value
    step = work.next()
  }
  return step.value
}
