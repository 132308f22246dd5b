import { type Displayed } from '../../analysis/displayedOf'
import { type Sliced } from '../../analysis/Sliced'
import { linesOf } from '../../analysis/order/Lines'
import {
  orderOf,
  orderRefusal,
  permutationOfClusters,
  profilesToCluster,
  type OrderInput,
} from '../../analysis/order/orderOf'
import { comparedQueries, profilesOf } from '../../analysis/order/profilesOf'
import { type FigureBasis } from '../../figure/figureBasis'
import { type Permutation } from '../../tensor/Matrix'
import { type Orders } from '../../tensor/withOrders'
import { type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'
import { createStore } from '../base/Store'
import { derived, type Derived } from './derived'
import { inSlices } from '../../worker/inSlices'
import { type Work } from './Work'

/** Finished share (0 to 1) of the page's clustering; undefined while none runs. */
export const orderProgress = createStore<number | undefined>(undefined)

interface ViewOrdersInput {
  readonly displayed: Displayed
  readonly settings: Pick<View, 'query' | 'order' | 'layer_order'>
}

/** The order of the tokens or of the layers. `order` is undefined for the sequence. */
interface LineOrder {
  readonly order: Permutation | undefined
}

const SEQUENCE: LineOrder = { order: undefined }

const lineOrder = derived<OrderInput, LineOrder>({
  of: ({ tensor }) => tensor,
  key: ({ queryIndex, side, setting }) => `${queryIndex} ${side} ${setting}`,
  keptCount: 8,
  known: (input) =>
    input.setting === 'position' || orderRefusal(input) !== undefined ? SEQUENCE : undefined,
  cost: costOf,
  make: madeOrder,
  makeElsewhere: (input, work) =>
    input.setting === 'cluster' ? clustered(input, work) : inSlices(madeOrder(input), work.signal),
})

/** The orders of tokens and layers that a view has. The reported progress is that of a clustering. */
export const viewOrders: Derived<ViewOrdersInput, Orders> = {
  of: ({ displayed }) => countedOf(displayed),
  key: (input) => inputsOf(input).map(lineOrder.key).join(', '),
  now: (input) => {
    const [tokens, layers] = inputsOf(input).map(lineOrder.now)
    return tokens && layers && ordersOf(tokens, layers)
  },
  soon: async (input, work) => {
    const [tokens, layers] = inputsOf(input)
    return ordersOf(await lineOrder.soon(tokens, work), await lineOrder.soon(layers, work))
  },
}

/** Returns a sentence for each order of the view that cannot be made, with the reason. */
export function orderRefusals(input: ViewOrdersInput): readonly string[] {
  return inputsOf(input).flatMap((side) => orderRefusal(side) ?? [])
}

function inputsOf({
  displayed,
  settings: { query, order, layer_order: layerOrder },
}: ViewOrdersInput): readonly [OrderInput, OrderInput] {
  const input = { tensor: countedOf(displayed), queryIndex: query }
  return [
    { ...input, side: 'tokens', setting: order },
    { ...input, side: 'layers', setting: layerOrder },
  ]
}

function ordersOf({ order: tokenOrder }: LineOrder, { order: layerOrder }: LineOrder): Orders {
  return { ...(tokenOrder && { tokenOrder }), ...(layerOrder && { layerOrder }) }
}

/** Returns the cost in cell reads. Clustering n lines takes n³ steps, each about an eighth of a read. */
function costOf({ tensor, queryIndex, side, setting }: OrderInput): number {
  const cellCount = tensor.values.length
  if (setting !== 'cluster') return cellCount
  return Math.max(cellCount, linesOf(tensor, queryIndex, side).count ** 3 / 8)
}

function* madeOrder(input: OrderInput): Sliced<LineOrder> {
  return { order: yield* orderOf(input) }
}

async function clustered(
  input: OrderInput,
  { jobs, signal, onProgress }: Work,
): Promise<LineOrder> {
  const { profiles, count } = await inSlices(profilesToCluster(input), signal)
  onProgress?.(0)
  const order = await jobs.run('cluster', { profiles, count }, { signal, onProgress })
  return { order: permutationOfClusters(order) }
}

interface ProfilesInput {
  readonly displayed: Displayed
  readonly settings: Pick<View, 'query' | 'profiles' | 'query_lines'>
}

/** Cost of the profiles per cell: sorting a line takes about as long as four reads of its cells. */
const LOOKS = 4

/** The profiles of a view; without `profiles` if the view hides them. */
export const viewProfiles = derived<ProfilesInput, Pick<FigureBasis, 'profiles'>>({
  of: ({ displayed }) => countedOf(displayed),
  key: ({ settings: { query, profiles, query_lines: isCompared } }) =>
    `${profiles} ${query} ${isCompared}`,
  keptCount: 4,
  known: ({ settings }) => (settings.profiles ? undefined : {}),
  cost: ({ displayed }) => countedOf(displayed).values.length * LOOKS,
  *make({ displayed, settings }): Sliced<Pick<FigureBasis, 'profiles'>> {
    const tensor = countedOf(displayed)
    const compared = comparedQueries(tensor, settings)
    return { profiles: yield* profilesOf(tensor, settings.query, compared) }
  },
})

/** Returns the tensor of the values that count in orders and profiles. */
function countedOf({ tensor, counted = tensor }: Displayed): Tensor {
  return counted
}
