import { areFloat32, partOf, valueOf } from './CellValues'
import { exactText } from './exactText'
import { rowOf, startOfRow, type Companion, type Tensor } from './Tensor'

/** The exact value of a companion at a cell, as text. */
export interface CompanionValue {
  readonly name: string
  /** Undefined if the value is missing. */
  readonly text: string | undefined
}

/** Returns the companions of a cell in the order of the file; none if the cell is padding. */
export function companionsAt(
  tensor: Tensor,
  queryIndex: number,
  layerIndex: number,
  tokenIndex: number,
): readonly CompanionValue[] {
  const row = rowOf(tensor, queryIndex, layerIndex)
  const k = tokenIndex - row.firstToken
  if (k < 0 || k >= row.length) return []
  const index = startOfRow(tensor, row) + k
  return (tensor.companions ?? []).map((companion) => ({
    name: companion.name,
    text: companionText(companion, index),
  }))
}

/** Returns the exact text of a companion at the index of a value, or undefined if it is missing. */
export function companionText({ values }: Companion, index: number): string | undefined {
  if (!('blocks' in values)) return values[index] ?? undefined
  const number = valueOf(values, index) ?? NaN
  return Number.isNaN(number) ? undefined : exactText(number, areFloat32(values))
}

/** Returns the part of a companion's values from `start` up to `end` (exclusive), without copying numbers. */
export function partOfCompanion(
  { values }: Companion,
  start: number,
  end: number,
): Companion['values'] {
  return 'blocks' in values ? partOf(values, start, end) : values.slice(start, end)
}

/** Returns the arrays of numbers in the companions of a tensor. */
export function companionBlocks({ companions = [] }: Tensor): readonly ArrayBufferView[] {
  return companions.flatMap(({ values }) => ('blocks' in values ? values.blocks : []))
}
