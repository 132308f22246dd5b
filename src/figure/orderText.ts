import { grouped } from '../analysis/wording'
import { visibleProse } from '../layout/visibleText'
import { type AxisWindow } from '../tensor/BinAxis'
import { type Matrix } from '../tensor/Matrix'
import { type Permutation } from '../tensor/Permutation'

/** Set beside the token title in place of the axis' numbers, where the columns are not in their order. */
export function orderNote(
  { about }: Permutation,
  { start, span }: AxisWindow,
  total: number,
): string {
  const part =
    span < total
      ? `; columns ${grouped(Math.floor(start) + 1)} … ${grouped(Math.min(Math.ceil(start + span), total))} of ${grouped(total)}`
      : ''
  return `(ordered by ${visibleProse(about)}${part} →)`
}

/** The title of the layer axis, which is read upwards: an arrow says where the first row is. */
export function layerTitle({ layerOrder }: Matrix, isUpward: boolean): string {
  if (layerOrder === undefined) return 'Layer'
  return `Layer (ordered by ${visibleProse(layerOrder.about)} ${isUpward ? '→' : '←'})`
}

/** Says of each axis whose order is not the sequence what it goes by, and how clusters are made. */
export function orderCaptions({ tokenOrder, layerOrder }: Matrix): readonly string[] {
  const orders = [
    ['Tokens', tokenOrder],
    ['Layers', layerOrder],
  ] as const
  return orders.flatMap(([noun, order]) => {
    if (order === undefined) return []
    const method =
      order.tree === undefined
        ? ''
        : ' (average linkage of 1 − Pearson’s r over values in both, leaves in optimal order)'
    return [`${noun} are not in sequence but ordered by ${visibleProse(order.about)}${method}.`]
  })
}
