import { DEFAULT_AXES } from '../../../src/tensor/Axes'
import * as fc from 'fast-check'
import { type Matrix, permutationOf, type Permutation } from '../../../src/tensor/Matrix'
import { layerCountOf, type Tensor, type TokenLists } from '../../../src/tensor/Tensor'
import { cellValues } from '../../../src/tensor/CellValues'

/** A query as it is written: its rows, how many past tokens it has beyond the longest of them, and how far it is away. */
export interface QuerySpec {
  readonly rows: readonly (readonly number[])[]
  /** Past tokens that no row covers. */
  readonly uncoveredCount: number
  /** Tokens between the last listed one and the query. */
  readonly gap: number
}

export interface TensorSpec {
  readonly queries: readonly QuerySpec[]
  readonly align: 'start' | 'end'
  readonly firstIndex: number
  readonly tokenKind: TokenLists['kind']
  readonly isFloat32?: boolean
}

/** T of a query. */
export function pastLength({ rows, uncoveredCount }: QuerySpec): number {
  return Math.max(0, ...rows.map((row) => row.length)) + uncoveredCount
}

/** The tensor of a description; texts of tokens are `QUERY:TOKEN`, or `TOKEN` where the list is shared. */
export function tensorOf(spec: TensorSpec): Tensor {
  const { queries, align, firstIndex, tokenKind, isFloat32 = false } = spec
  const rows = queries.flatMap((query) => query.rows)
  const flat = rows.flat()
  const tokenCounts = queries.map(pastLength)
  return {
    values: cellValues(isFloat32 ? Float32Array.from(flat) : Float64Array.from(flat)),
    rowOffsets: Float64Array.from(runningSum(rows.map((row) => row.length))),
    queryRows: Uint32Array.from(runningSum(queries.map((query) => query.rows.length))),
    tokenCounts: Uint32Array.from(tokenCounts),
    queries: queries.map(({ gap }, q) => ({
      label: `Meta Token #${q + 1}`,
      position: firstIndex + (tokenCounts[q] ?? 0) + gap,
    })),
    hasQueries: true,
    tokens: tokensOf(tokenKind, tokenCounts),
    firstIndex,
    align,
    special: [],
    metric: 'cosine similarity',
    axes: DEFAULT_AXES,
    extra: [],
    queryExtra: [],
  }
}

/** One query whose past is as long as its longest row. */
export function tensorOfRows(
  rows: readonly (readonly number[])[],
  spec: Partial<TensorSpec> = {},
): Tensor {
  const queries = [{ rows, uncoveredCount: 0, gap: 0 }]
  return tensorOf({ queries, align: 'start', firstIndex: 0, tokenKind: 'none', ...spec })
}

function tokensOf(kind: TokenLists['kind'], counts: readonly number[]): TokenLists {
  if (kind === 'none') return { kind }
  if (kind === 'own') {
    return { kind, texts: counts.map((count, q) => textsOf(count, `${q}:`)) }
  }
  return { kind, texts: textsOf(Math.max(...counts), '') }
}

function textsOf(count: number, prefix: string): readonly string[] {
  return Array.from({ length: count }, (_, token) => `${prefix}${token}`)
}

function runningSum(lengths: readonly number[]): number[] {
  const sums = [0]
  for (const length of lengths) sums.push((sums.at(-1) ?? 0) + length)
  return sums
}

/** Ordinary values, equal ones, zeros of both signs, missing ones and those beyond any domain. */
export const anyValue = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -4, max: 4 }).map((n) => n / 4) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, -0) },
)

/** Ragged in both ways, empty rows and queries without layers included. */
export const anySpec: fc.Arbitrary<TensorSpec> = fc.record({
  queries: fc.array(
    fc.record({
      rows: fc.array(fc.array(anyValue, { maxLength: 7 }), { maxLength: 5 }),
      uncoveredCount: fc.nat({ max: 3 }),
      gap: fc.nat({ max: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  align: fc.constantFrom('start', 'end'),
  firstIndex: fc.nat({ max: 5 }),
  tokenKind: fc.constantFrom('none', 'shared', 'own'),
  isFloat32: fc.boolean(),
})

/** Any order of so many items. */
export function anyPermutation(count: number): fc.Arbitrary<Permutation> {
  const items = Array.from({ length: count }, (_, item) => item)
  return fc
    .shuffledSubarray(items, { minLength: count, maxLength: count })
    .map((order) => permutationOf(Uint32Array.from(order), 'chance'))
}

/** A matrix with its tokens, its layers, or both in an order of their own. */
export function anyReordered(matrix: Matrix): fc.Arbitrary<Matrix> {
  const layerCount = layerCountOf(matrix.tensor, matrix.queryIndex)
  return fc
    .record(
      { tokenOrder: anyPermutation(matrix.tokenCount), layerOrder: anyPermutation(layerCount) },
      { requiredKeys: [] },
    )
    .map((orders): Matrix => Object.assign({}, matrix, orders))
}
