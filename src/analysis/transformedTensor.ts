import { cellValues } from '../tensor/CellValues'
import {
  EMPTY_ROW,
  rowOf,
  tokenCountOf,
  layerCountOf,
  type Row,
  type Tensor,
} from '../tensor/Tensor'
import { type Transform } from '../tensor/View'
import { nounOf } from '../text/nounOf'

/** Returns true if a token is excluded from the means and standard deviations of layers, and from all statistics. */
export type IsLeftOut = (queryIndex: number, tokenIndex: number) => boolean

/** Suffix that each transform adds to the name of the metric, of layers and tokens. */
const NAMES: Readonly<Record<Exclude<Transform, 'raw'>, string>> = {
  'layer-mean': ' − layer mean',
  'layer-z': ', z-score by layer',
  'layer-change': ', change from the layer below',
  'token-mean': ' − token mean',
  'token-z': ', z-score by token',
  'token-change': ', change from the token before',
}

/**
 * Returns a tensor of the same shape in which every value is compared with others of its query. Its metric names the
 * transform; its values are float64:
 * - mean: the value minus the mean of the finite values of its layer (or of its token);
 * - z: that difference in units of their population standard deviation, as numpy's default; 0 if all of them are equal;
 * - change: the value minus that of the same token one layer below (or of the token before in the same layer); missing
 *   if there is no such value, as in layer 0.
 *
 * Missing values stay missing. ±Infinity is excluded from all means and is kept. A change from an infinite value is
 * infinite with the opposite sign, and a change between two equal infinities is missing. Excluded tokens do not
 * contribute to the mean of a layer but are compared with it. If no token of a layer contributes, the layer is missing.
 */
export function transformedTensor(
  tensor: Tensor,
  transform: Exclude<Transform, 'raw'>,
  isLeftOut: IsLeftOut = () => false,
): Tensor {
  const blocks = tensor.values.blocks.map((block) => new Float64Array(block))
  const isByLayer = transform.startsWith('layer')
  for (let q = 0; q < tensor.queries.length; q++) {
    const rows = Array.from({ length: layerCountOf(tensor, q) }, (_, layer) => {
      const row = rowOf(tensor, q, layer)
      return { ...row, made: blocks[row.block] ?? new Float64Array() }
    })
    const group = { rows, isByLayer, count: tokenCountOf(tensor, q) }
    if (transform.endsWith('change')) subtractBefore(group)
    else standardize(group, transform.endsWith('z'), (token) => isByLayer && isLeftOut(q, token))
  }
  // What goes along with the values does not go along with their comparisons.
  const { companions: _companions, difference: _difference, ...rest } = tensor
  return {
    ...rest,
    queries: tensor.queries.map(({ difference: _own, ...query }) => query),
    values: cellValues(...blocks),
    metric: `${tensor.metric}${nameOf(transform, tensor)}`,
  }
}

/** Returns the suffix with the nouns of the tensor's own axes. */
function nameOf(transform: Exclude<Transform, 'raw'>, { axes }: Tensor): string {
  return NAMES[transform].replace(/layer|token/u, (word) => {
    return nounOf(word === 'layer' ? axes.row : axes.column).one
  })
}

/** A row with the block that receives its new values, at the same offset. */
interface MadeRow extends Row {
  readonly made: Float64Array
}

/** The rows of one query and how they are grouped. */
interface Query {
  readonly rows: readonly MadeRow[]
  readonly isByLayer: boolean
  /** Number of tokens of the query. */
  readonly count: number
}

function subtractBefore({ rows, isByLayer }: Query): void {
  for (const [layer, row] of rows.entries()) {
    const { made } = row
    // For each token, the token before it is found in the same row shifted by one.
    const { values, offset, firstToken, length } = isByLayer
      ? (rows[layer - 1] ?? EMPTY_ROW)
      : { ...row, firstToken: row.firstToken + 1, length: row.length - 1 }
    for (let k = 0; k < row.length; k++) {
      const other = row.firstToken + k - firstToken
      const before = other >= 0 && other < length ? values[offset + other] : NaN
      made[row.offset + k] = (row.values[row.offset + k] ?? NaN) - (before ?? NaN)
    }
  }
}

function standardize(query: Query, hasUnit: boolean, isSkipped: (token: number) => boolean): void {
  const meanBy = (termOf: (value: number, group: number) => number): Float64Array => {
    const sums = new Float64Array(query.isByLayer ? query.rows.length : query.count)
    const counts = new Float64Array(sums.length)
    replaceFinite(query, (value, { group, token }) => {
      if (isSkipped(token)) return undefined
      sums[group] = (sums[group] ?? 0) + termOf(value, group)
      counts[group] = (counts[group] ?? 0) + 1
      return undefined
    })
    return sums.map((sum, group) => sum / (counts[group] ?? 0))
  }
  const guesses = meanBy((value) => value)
  // The mean of the residuals of the rounded mean. Subtracting both, one after the other, makes residuals whose own mean
  // is 0 up to their own rounding, however large the values are, and those of equal values 0.
  const rests = meanBy((value, group) => value - (guesses[group] ?? 0))
  const residualOf = (value: number, group: number): number =>
    value - (guesses[group] ?? 0) - (rests[group] ?? 0)
  const variances = hasUnit ? meanBy((value, group) => residualOf(value, group) ** 2) : undefined
  replaceFinite(query, (value, { group }) => {
    const unit = variances === undefined ? 1 : Math.sqrt(variances[group] ?? 0)
    return unit > 0 ? residualOf(value, group) / unit : 0
  })
}

/** The place of a value: `group` is its layer or its token. */
interface Place {
  readonly group: number
  readonly token: number
}

/** Calls `visit` for every finite value and replaces the value with the number it returns, if any. */
function replaceFinite(
  { rows, isByLayer }: Query,
  visit: (value: number, place: Place) => number | undefined,
): void {
  for (const [layer, { made, offset, firstToken, length }] of rows.entries()) {
    for (let k = 0; k < length; k++) {
      const index = offset + k
      const value = made[index] ?? NaN
      const token = firstToken + k
      // A difference with itself is 0 for finite values only.
      if (value - value !== 0) continue
      const next = visit(value, { group: isByLayer ? layer : token, token })
      if (next !== undefined) made[index] = next
    }
  }
}
