import { alignInput, alignQueries } from '../../analysis/alignment/alignQueries'
import { type Sliced } from '../../analysis/Sliced'
import { type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'
import { type Orders } from '../../tensor/withOrders'
import { derived } from './derived'

interface AlignmentInput {
  readonly tensor: Tensor
  readonly settings: Pick<View, 'axis' | 'align_to'>
}

type Aligned = Pick<Orders, 'alignment'>

/** Steps of a search for the shortest edit script that take as long as one read of a cell. */
const STEPS_PER_READ = 8

/** The columns of all queries; without an alignment if the axis is another one. */
export const viewAlignment = derived<AlignmentInput, Aligned>({
  of: ({ tensor }) => tensor,
  key: ({ settings: { align_to: reference } }) => String(reference),
  known: ({ tensor, settings }) =>
    settings.axis === 'aligned' && tensor.queries.length > 1 ? undefined : {},
  cost: ({ tensor, settings }) => {
    const { lists = [], reference = 0 } = alignInput(tensor, settings.align_to) ?? {}
    const most = lists[reference]?.length ?? 0
    // The steps of one list grow with the square of the number of edits, at most a third of its tokens.
    return lists.reduce((sum, { length }) => sum + ((length + most) / 3) ** 2, 0) / STEPS_PER_READ
  },
  *make({ tensor, settings }): Sliced<Aligned> {
    return { alignment: yield* alignQueries(tensor, settings.align_to) }
  },
  makeElsewhere: async ({ tensor, settings }, { jobs, signal, onProgress }) => {
    const input = alignInput(tensor, settings.align_to)
    if (input === undefined) return {}
    onProgress?.(0)
    return { alignment: await jobs.run('align', input, { signal, onProgress }) }
  },
})
