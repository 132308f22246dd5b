import { cellValues } from '../../../src/tensor/CellValues'
import { type Tensor } from '../../../src/tensor/Tensor'
import { numbersOf } from './numbersOf'

/** The same tensor, its values cut before the rows that `isCut` names. */
export function inBlocks(tensor: Tensor, isCut: (row: number) => boolean): Tensor {
  const { values, rowOffsets } = tensor
  const cuts = [...rowOffsets].filter(
    (_, row) => row > 0 && row < rowOffsets.length - 1 && isCut(row),
  )
  const ends = [...cuts, values.length]
  const numbers = numbersOf(values)
  const isFloat32 = values.blocks[0] instanceof Float32Array
  const blocks = ends.map((end, k) => {
    const part = numbers.slice(ends[k - 1] ?? 0, end)
    return isFloat32 ? Float32Array.from(part) : Float64Array.from(part)
  })
  return { ...tensor, values: cellValues(...blocks) }
}
