import { joinedSpecial } from '../../tensor/isSpecialToken'
import {
  differenceOf,
  hiddenSizeOf,
  layerLabel,
  modelOf,
  namesQuery,
  queryOf,
  sourceOf,
  type JsonValue,
  type Operand,
  type Tensor,
} from '../../tensor/Tensor'
import { doubtOf, withDoubt } from '../../tensor/unconfirmed'
import { originNames, partLabels } from '../combine/partLabels'
import { type Part } from '../combine/Part'
import { type Sliced } from '../Sliced'
import { columnTexts, type ColumnPairs } from './columnPairs'
import { type LayerPairs } from './layerPairs'
import { subtractedRows } from './subtractedRows'

/** The cells of two queries that are subtracted from each other. */
export interface CellPairs {
  readonly columns: ColumnPairs
  readonly layers: LayerPairs
}

/** Returns the sentence why two queries have no difference, or undefined if they have one. */
export function subtractRefusal(
  { tensor: a }: Part,
  { tensor: b }: Part,
  { shared }: Pick<ColumnPairs, 'shared'>,
): string | undefined {
  if (a.metric.trim().toLowerCase() !== b.metric.trim().toLowerCase()) {
    return `A is “${a.metric}”, but B is “${b.metric}”: only values of one metric have a difference.`
  }
  const [axesA, axesB] = [a, b].map(({ axes: { row, column } }) => `${row} × ${column}`)
  if (axesA !== axesB) return `A has the axes ${axesA}, but B has ${axesB}.`
  return shared === 0 ? 'A and B have no column in common.' : undefined
}

/**
 * Returns the difference A − B of two queries as a tensor with A and B as companions. Columns that only one of them has
 * stay, without a difference. Its view has diverging colors about 0.
 */
export function* subtracted(a: Part, b: Part, { columns, layers }: CellPairs): Sliced<Tensor> {
  const rows = yield* subtractedRows(a, b, columns, layers)
  yield
  const texts = columnTexts(a, b, columns)
  yield
  const { label, title, operands } = namesOf(a, b)
  const { firstIndex, position, hasDistance } = placeOf(a, b, columns)
  const labels = layers.a.map(
    (layer) => a.tensor.layerLabels?.[layer] ?? layerLabel(a.tensor, layer),
  )
  const isCounting = labels.every((text, layer) => String(text) === String(layer))
  const isNamed = namesQuery(a.tensor) || namesQuery(b.tensor)
  const tensor: Tensor = {
    values: rows.values,
    rowOffsets: rows.rowOffsets,
    queryRows: Uint32Array.of(0, layers.a.length),
    tokenCounts: Uint32Array.of(columns.a.length),
    companions: [
      { name: 'A', values: rows.a },
      { name: 'B', values: rows.b },
    ],
    difference: {
      a: operandOf(a, operands[0]),
      b: operandOf(b, operands[1]),
      matched: columns.matched,
      ...(!hasDistance && { hasDistance }),
    },
    queries: [{ label, position }],
    // A file states the position with the query, if it is not directly after the tokens.
    hasQueries: isNamed || position !== firstIndex + columns.a.length,
    tokens: texts === undefined ? { kind: 'none' } : { kind: 'own', texts: [texts] },
    firstIndex,
    align: rows.align,
    special: joinedSpecial([a.tensor.special, b.tensor.special]),
    axes: a.tensor.axes,
    ...(!isCounting && { layerLabels: labels }),
    metric: `Δ ${a.tensor.metric}`,
    title,
    view: { ...DIFFERENCE_VIEW, ...(!hasDistance && { axis: 'position' }) },
    extra: [],
    queryExtra: [],
  }
  const doubt = doubtOf(a.tensor) ?? doubtOf(b.tensor)
  return doubt === undefined ? tensor : withDoubt(tensor, doubt)
}

/** The settings with which differences open: colors that diverge about 0, where A and B are equal. */
export const DIFFERENCE_VIEW: { readonly [key: string]: JsonValue } = {
  colormap: 'vik',
  reversed: false,
  pivot: 0,
  domain: 'symmetric',
  transform: 'raw',
}

function operandOf({ tensor, queryIndex }: Part, label: string): Operand {
  const model = modelOf(tensor, queryIndex)
  const source = sourceOf(tensor, queryIndex)
  // Differences of differences are not those of independent directions.
  const hiddenSize =
    differenceOf(tensor, queryIndex) === undefined ? hiddenSizeOf(tensor, queryIndex) : undefined
  return {
    label,
    ...(hiddenSize !== undefined && { hiddenSize }),
    ...(model !== undefined && { model }),
    ...(source !== undefined && { source }),
  }
}

interface Names {
  readonly name: string
  /** Label of the query. */
  readonly label: string
  readonly title: string
  /** Full names of A and B. */
  readonly operands: readonly [a: string, b: string]
}

/** Returns the name of the difference of two queries, for its tab. */
export function differenceName(a: Part, b: Part): string {
  return namesOf(a, b).name
}

/** Returns the shortest names that tell A and B apart; what both have in common is named once. */
function namesOf(a: Part, b: Part): Names {
  const [queryA, queryB] = [a, b].map(({ tensor, queryIndex }) => queryOf(tensor, queryIndex).label)
  const [fullA = '', fullB = ''] = partLabels([a, b])
  if (a.tensor === b.tensor) {
    const isSame = a.queryIndex === b.queryIndex
    const name = `${fullA} − ${isSame ? fullA : fullB}`
    return { name, label: name, title: name, operands: [fullA, isSame ? fullA : fullB] }
  }
  const operands = [fullA, fullB] as const
  if (queryA !== queryB) {
    const name = `${fullA} − ${fullB}`
    return { name, label: `${queryA} − ${queryB}`, title: name, operands }
  }
  const name = originNames([a, b]).join(' − ')
  const isNamed = namesQuery(a.tensor) || namesQuery(b.tensor)
  return { name, label: queryA ?? '', title: isNamed ? `${queryA}: ${name}` : name, operands }
}

interface Place {
  readonly firstIndex: number
  readonly position: number
  /** Whether all columns have the same distance in A and in B. */
  readonly hasDistance: boolean
}

/** Returns the place of the columns in a sequence: that of A and B, as far as these agree. */
function placeOf(a: Part, b: Part, columns: ColumnPairs): Place {
  const parts = [a, b].map(({ tensor, queryIndex }, k) => {
    const { position } = queryOf(tensor, queryIndex)
    const tokens = k === 0 ? columns.a : columns.b
    return { position, firstIndex: tensor.firstIndex, tokens, back: position - tensor.firstIndex }
  })
  const first = sameStart(
    parts.map(({ tokens, firstIndex }) => ({ tokens, start: firstIndex, step: 1 })),
  )
  const farthest = sameStart(parts.map(({ tokens, back }) => ({ tokens, start: back, step: -1 })))
  const positions = parts.map(({ position }) => position)
  const hasDistance = farthest !== undefined
  if (first !== undefined) {
    return {
      firstIndex: first,
      position: hasDistance ? first + farthest : Math.max(...positions),
      hasDistance,
    }
  }
  if (hasDistance) return { firstIndex: 0, position: farthest, hasDistance }
  const gaps = parts.map(({ tokens, back }) => back - 1 - Math.max(...lastOf(tokens)))
  return { firstIndex: 0, position: columns.a.length + Math.max(0, Math.min(...gaps)), hasDistance }
}

interface Numbered {
  /** Token of each column; −1 if there is none. */
  readonly tokens: Int32Array
  /** The number of token 0, and the step from one token to the next. */
  readonly start: number
  readonly step: number
}

/** Returns the number of column 0 if all tokens give it the same, each column's number being one step on; else undefined. */
function sameStart(lists: readonly Numbered[]): number | undefined {
  let found: number | undefined
  for (const { tokens, start, step } of lists) {
    for (const [column, token] of tokens.entries()) {
      if (token < 0) continue
      const number = start + step * (token - column)
      found ??= number
      if (number !== found) return undefined
    }
  }
  return found
}

function lastOf(tokens: Int32Array): readonly number[] {
  const last = tokens.findLast((token) => token >= 0)
  return last === undefined ? [] : [last]
}
