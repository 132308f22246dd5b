import { partOf, type CellValues, type Numbers } from '../../tensor/CellValues'
import {
  differenceOf,
  layerCountOf,
  rowOf,
  startOfRow,
  tokenCountOf,
  type Difference,
  type Row,
  type Tensor,
} from '../../tensor/Tensor'

/** A tensor with what was subtracted for one of its queries, and the values of A and B of all. */
export interface Operands {
  readonly tensor: Tensor
  readonly difference: Difference
  readonly a: CellValues
  readonly b: CellValues
}

/** Returns the operands of a query, or undefined if its values are no difference or A and B are not along. */
export function operandsOf(tensor: Tensor, queryIndex: number): Operands | undefined {
  const difference = differenceOf(tensor, queryIndex)
  const [a, b] = ['A', 'B'].map((name) => valuesOf(tensor, name))
  return difference && a && b && { tensor, difference, a, b }
}

function valuesOf({ companions = [] }: Tensor, wanted: string): CellValues | undefined {
  const values = companions.find(({ name }) => name === wanted)?.values
  return values !== undefined && 'blocks' in values ? values : undefined
}

/** Returns values of a row from index `from` up to `to` (exclusive), without a copy unless they are in several blocks. */
export function partOfRow(
  values: CellValues,
  tensor: Tensor,
  row: Row,
  [from, to]: readonly [from: number, to: number],
): Numbers {
  const start = startOfRow(tensor, row)
  const { blocks, length } = partOf(values, start + from, start + to)
  const [first = new Float64Array()] = blocks
  if (blocks.length === 1) return first
  const joined = new Float64Array(length)
  let end = 0
  for (const block of blocks) {
    joined.set(block, end)
    end += block.length
  }
  return joined
}

/** Which of the tokens of a difference both queries have. */
export interface Holders {
  readonly shared: number
  /** Tokens that only A has, and that only B has. */
  readonly onlyInA: readonly number[]
  readonly onlyInB: readonly number[]
}

const known = new WeakMap<Tensor, Map<number, Holders>>()

/**
 * Returns which tokens of a difference have a value in A, in B, or in both. Tokens without a value in either are not
 * counted. The result is kept.
 */
export function holdersOf(operands: Operands, queryIndex: number): Holders {
  const { tensor } = operands
  const kept = known.get(tensor) ?? new Map<number, Holders>()
  known.set(tensor, kept)
  const made = kept.get(queryIndex) ?? findHolders(operands, queryIndex)
  kept.set(queryIndex, made)
  return made
}

function findHolders({ tensor, a, b }: Operands, queryIndex: number): Holders {
  const [hasA, hasB] = [a, b].map((values) => filledTokens(tensor, values, queryIndex))
  const onlyInA: number[] = []
  const onlyInB: number[] = []
  let shared = 0
  hasA?.forEach((inA, token) => {
    const inB = hasB?.[token] ?? 0
    if (inA && inB) shared++
    else if (inA) onlyInA.push(token)
    else if (inB) onlyInB.push(token)
  })
  return { shared, onlyInA, onlyInB }
}

/** Returns 1 for each token that has a value in some layer. */
function filledTokens(tensor: Tensor, values: CellValues, queryIndex: number): Uint8Array {
  const filled = new Uint8Array(tokenCountOf(tensor, queryIndex))
  const layerCount = layerCountOf(tensor, queryIndex)
  // Most tokens have a value in the first layer; the others are looked for in the next ones.
  let left = [...filled.keys()]
  for (let layer = 0; layer < layerCount && left.length > 0; layer++) {
    const row = rowOf(tensor, queryIndex, layer)
    const numbers = partOfRow(values, tensor, row, [0, row.length])
    const isFilled = (token: number): boolean =>
      !Number.isNaN(numbers[token - row.firstToken] ?? NaN)
    for (const token of left) filled[token] = Number(isFilled(token))
    left = left.filter((token) => filled[token] === 0)
  }
  return filled
}
