import { wordsOf } from '../tensor/Axes'
import { type AxisWindow } from '../tensor/BinAxis'
import { type Matrix, type Permutation } from '../tensor/Matrix'
import { cellsInWindow } from '../tensor/Windows'
import { grouped } from '../text/counted'

/** Returns the note beside the token title if the columns are not in sequence: it replaces the axis' numbers. */
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

/**
 * Returns the title of the layer axis, which reads upwards. If only a part of the layers is visible, it says how many
 * are. If the layers are not in sequence, an arrow points away from the first row.
 */
export function layerTitle(
  { tensor, layerCount, layerOrder }: Matrix,
  isUpward: boolean,
  window?: AxisWindow,
): string {
  const { name } = wordsOf(tensor).row
  const [first, end] = cellsInWindow(window, layerCount)
  const part = end - first < layerCount ? `${grouped(end - first)} of ${grouped(layerCount)}` : ''
  const notes = [layerOrder === undefined ? '' : `by ${briefly(layerOrder)}`, part].filter(Boolean)
  if (notes.length === 0) return name
  const arrow = isUpward ? ' →' : ' ←'
  return `${name} (${notes.join(', ')}${layerOrder === undefined ? '' : arrow})`
}

/** Returns the criterion of an order without its direction and method, which are in the caption. */
function briefly({ about }: Permutation): string {
  return about.split(/, | \(/u, 1).join('')
}

/** Returns a caption with the order of each axis that is not in sequence. */
export function orderCaption({ tensor, tokenOrder, layerOrder }: Matrix): readonly string[] {
  const { column, row } = wordsOf(tensor)
  const parts = [[column, tokenOrder] as const, [row, layerOrder] as const].flatMap(
    ([{ many }, order]) => (order === undefined ? [] : [`${many} ordered by ${order.about}`]),
  )
  const text = parts.join('; ')
  return text === '' ? [] : [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`]
}
