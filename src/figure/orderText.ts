import { grouped } from '../text/counted'
import { visibleProse } from '../text/visibleText'
import { type AxisWindow } from '../tensor/BinAxis'
import { type Matrix, type Permutation } from '../tensor/Matrix'

/** Set beside the token title in place of the axis' numbers, where the columns are not in their order. */
export function orderNote(
  order: Permutation,
  { start, span }: AxisWindow,
  columnCount: number,
): string {
  const last = Math.min(Math.ceil(start + span), columnCount)
  const part =
    span < columnCount
      ? `, ${grouped(Math.floor(start) + 1)} … ${grouped(last)} of ${grouped(columnCount)}`
      : ''
  return `(by ${briefly(order)}${part} →)`
}

/** The title of the layer axis, which is read upwards: an arrow says where the first row is. */
export function layerTitle({ layerOrder }: Matrix, isUpward: boolean): string {
  return layerOrder === undefined
    ? 'Layer'
    : `Layer (by ${briefly(layerOrder)} ${isUpward ? '→' : '←'})`
}

/** What the order goes by, without its direction and its method, which the caption gives. */
function briefly({ about }: Permutation): string {
  return visibleProse(about.split(/, | \(/u, 1).join(''))
}

/** Says of each axis whose order is not the sequence what it goes by, and how clusters are made. */
export function orderCaption({ tokenOrder, layerOrder }: Matrix): readonly string[] {
  const parts = [['tokens', tokenOrder] as const, ['layers', layerOrder] as const].flatMap(
    ([noun, order]) => {
      return order === undefined ? [] : [`${noun} by ${visibleProse(order.about)}`]
    },
  )
  const method = (tokenOrder?.tree ?? layerOrder?.tree) === undefined ? '' : METHOD
  return parts.length === 0 ? [] : [`Not in sequence but ordered: ${parts.join('; ')}.${method}`]
}

const METHOD = ' Similarity: average linkage of 1 − Pearson’s r, optimal leaf order.'
