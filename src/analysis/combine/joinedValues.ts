import {
  areFloat32,
  cellValues,
  partOf,
  type CellValues,
  type Numbers,
} from '../../tensor/CellValues'
import { type Companion, type Tensor } from '../../tensor/Tensor'
import { type Sliced } from '../Sliced'
import { type JoinedRow, type JoinedRows } from './joinedRows'
import { type Part } from './Part'

type Places = Pick<JoinedRows, 'rows' | 'align'>

/**
 * Returns the values of joined rows, given those of each part's tensor. They are views where nothing has to be filled in,
 * moved or widened; values of both widths are float64.
 */
export function* joinedValues(
  given: readonly CellValues[],
  { rows, align }: Places,
): Sliced<CellValues> {
  const isFloat32 = given.every(areFloat32)
  const blocks: Numbers[] = []
  for (const [k, values] of given.entries()) {
    const own = rows[k] ?? []
    const filled = own.filter(({ length }) => length > 0)
    const isInOrder = filled.every(({ start, gap }, row) => {
      const before = filled[row - 1]
      return gap === 0 && (before === undefined || start === before.start + before.length)
    })
    if (isInOrder && areFloat32(values) === isFloat32) {
      const [first, last] = [filled[0], filled.at(-1)]
      if (first && last)
        blocks.push(...partOf(values, first.start, last.start + last.length).blocks)
    } else {
      const cellCount = own.reduce((sum, { length, gap }) => sum + length + gap, 0)
      const block = isFloat32 ? new Float32Array(cellCount) : new Float64Array(cellCount)
      yield* fill(block, values, own, align)
      blocks.push(block)
    }
    yield
  }
  return cellValues(...blocks)
}

/** Writes rows one after the other, with missing values in their gaps. */
function* fill(
  block: Numbers,
  values: CellValues,
  rows: readonly JoinedRow[],
  align: Tensor['align'],
): Sliced<void> {
  let end = 0
  for (const { start, length, gap } of rows) {
    let place = align === 'start' ? end + gap : end
    block.fill(NaN, end, end + length + gap)
    end += length + gap
    for (const part of length === 0 ? [] : partOf(values, start, start + length).blocks) {
      block.set(part, place)
      place += part.length
    }
    yield
  }
}

/** Returns the companions that all parts have, joined. Numbers and texts of one name are not joined. */
export function* joinedCompanions(
  parts: readonly Part[],
  places: Places,
): Sliced<readonly Companion[]> {
  const joined: Companion[] = []
  for (const { name } of parts[0]?.tensor.companions ?? []) {
    const given = parts.flatMap(({ tensor: { companions = [] } }) => {
      return companions.filter((each) => each.name === name)
    })
    const numbers = given.flatMap(({ values }) => ('blocks' in values ? [values] : []))
    const texts = given.flatMap(({ values }) => ('blocks' in values ? [] : [values]))
    if (numbers.length === parts.length) {
      joined.push({ name, values: yield* joinedValues(numbers, places) })
    } else if (texts.length === parts.length) {
      joined.push({ name, values: joinedTexts(texts, places) })
    }
  }
  return joined
}

function joinedTexts(
  given: readonly (readonly (string | null)[])[],
  { rows, align }: Places,
): readonly (string | null)[] {
  return rows.flatMap((own, k) =>
    own.flatMap(({ start, length, gap }) => {
      const texts = given[k]?.slice(start, start + length) ?? []
      const missing = Array<null>(gap).fill(null)
      return align === 'start' ? [...missing, ...texts] : [...texts, ...missing]
    }),
  )
}
