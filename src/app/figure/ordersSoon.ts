import { type Displayed } from '../../analysis/displayedOf'
import { finish } from '../../analysis/findings/Sliced'
import { linesOf } from '../../analysis/order/Lines'
import {
  orderOf,
  orderRefusal,
  permutationOfClusters,
  profilesToCluster,
  type OrderInput,
} from '../../analysis/order/orderOf'
import { type Orders } from '../../tensor/Matrix'
import { type Permutation } from '../../tensor/Permutation'
import { type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'
import { inSlices } from '../derive/inSlices'
import { type Work } from '../derive/Work'
import { createStore } from '../base/Store'

/** Up to so many cells an order is made in a moment, and up to so many tokens or layers they are clustered in one. */
const MAX_CELLS_AT_ONCE = 1 << 17
const MAX_CLUSTERED_AT_ONCE = 100

/** Share of a clustering that is done; undefined while none runs. */
export const orderProgress = createStore<number | undefined>(undefined)

export type OrderSettings = Pick<View, 'query' | 'order' | 'layer_order'>

/** An order that is known, also that it is the sequence. */
interface Known {
  readonly order: Permutation | undefined
}

const SEQUENCE: Known = { order: undefined }

/** What was made of a tensor, for the next figure of it and for its exports. */
const made = new WeakMap<Tensor, Map<string, Known>>()

/** The orders that a view asks for, where they are there or made in a moment; undefined where they take longer. */
export function ordersNow(displayed: Displayed, settings: OrderSettings): Orders | undefined {
  const [tokens, layers] = inputsOf(displayed, settings).map(knownNow)
  return tokens && layers && ordersOf(tokens, layers)
}

/** The same, made beside the page's other work; many lines are clustered in a worker. */
export async function ordersSoon(
  displayed: Displayed,
  settings: OrderSettings,
  work: Work,
): Promise<Orders> {
  const [tokens, layers] = inputsOf(displayed, settings)
  return ordersOf(await knownSoon(tokens, work), await knownSoon(layers, work))
}

/** Why the view's orders cannot be had, a sentence each. */
export function orderRefusals(displayed: Displayed, settings: OrderSettings): readonly string[] {
  return inputsOf(displayed, settings).flatMap((input) => orderRefusal(input) ?? [])
}

function inputsOf(
  { tensor, counted = tensor }: Displayed,
  { query, order, layer_order: layerOrder }: OrderSettings,
): readonly [OrderInput, OrderInput] {
  const input = { tensor: counted, queryIndex: query }
  return [
    { ...input, side: 'tokens', setting: order },
    { ...input, side: 'layers', setting: layerOrder },
  ]
}

function ordersOf({ order: tokenOrder }: Known, { order: layerOrder }: Known): Orders {
  return { ...(tokenOrder && { tokenOrder }), ...(layerOrder && { layerOrder }) }
}

function knownNow(input: OrderInput): Known | undefined {
  const { tensor, queryIndex, side, setting } = input
  if (setting === 'position' || orderRefusal(input) !== undefined) return SEQUENCE
  const known = made.get(tensor)?.get(keyOf(input))
  const isLong =
    tensor.values.length > MAX_CELLS_AT_ONCE ||
    (setting === 'cluster' && linesOf(tensor, queryIndex, side).count > MAX_CLUSTERED_AT_ONCE)
  return known ?? (isLong ? undefined : keep(input, finish(orderOf(input))))
}

async function knownSoon(input: OrderInput, { jobs, signal }: Work): Promise<Known> {
  const known = knownNow(input)
  if (known !== undefined) return known
  if (input.setting !== 'cluster') return keep(input, await inSlices(orderOf(input), signal))
  const { profiles, count } = await inSlices(profilesToCluster(input), signal)
  orderProgress.set(0)
  try {
    const options = { signal, onProgress: orderProgress.set }
    const order = await jobs.run('cluster', { profiles, count }, options)
    return keep(input, permutationOfClusters(order))
  } finally {
    orderProgress.set(undefined)
  }
}

function keep(input: OrderInput, order: Permutation | undefined): Known {
  const known = { order }
  const orders = made.get(input.tensor) ?? new Map<string, Known>()
  made.set(input.tensor, orders.set(keyOf(input), known))
  return known
}

function keyOf({ queryIndex, side, setting }: OrderInput): string {
  return `${queryIndex} ${side} ${setting}`
}
