import { type CellValues } from '../../../src/tensor/CellValues'

/** All values in order, whatever blocks they are in; none for undefined. */
export function numbersOf(values: CellValues | undefined): readonly number[] {
  return values?.blocks.flatMap((block) => Array.from(block)) ?? []
}
