import { type Dimension } from '../foreign/FoundFile'
import { isInOrder } from '../foreign/numericOrder'
import { pathText } from '../json/JsonPath'
import { type Block } from './blocks/Block'
import { type FoundBlock } from './Search'

/** Keys of the places of a series' points. */
const PLACE = /^(?:x|t|steps?|layers?|index|position)$/i

/**
 * Returns the blocks without those that only give the places of others: `x` beside `y`, the same whole numbers in order
 * in each row. The places become the labels of the innermost dimension of the others.
 */
export function withSeriesLabels(blocks: readonly FoundBlock[]): readonly FoundBlock[] {
  const places = new Map<string, Dimension>()
  const used = new Set<FoundBlock>()
  for (const found of blocks) {
    const key = String(found.path.at(-1))
    const labels = PLACE.test(key) ? placesOf(found.block) : undefined
    const id = idOf(found)
    const hasOthers = blocks.some((other) => other !== found && idOf(other) === id)
    if (labels === undefined || !hasOthers || places.has(id)) continue
    places.set(id, { size: labels.length, labels, ...(/^[xt]$/i.test(key) ? {} : { name: key }) })
    used.add(found)
  }
  if (used.size === 0) return blocks
  return blocks
    .filter((found) => !used.has(found))
    .map((found) => {
      const last = places.get(idOf(found))
      if (last === undefined) return found
      const dimensions = [...found.block.dimensions.slice(0, -1), last]
      return Object.assign({}, found, { block: Object.assign({}, found.block, { dimensions }) })
    })
}

/** Returns what blocks of one series share: the place of their objects, and their lengths. */
function idOf({ path, block }: FoundBlock): string {
  const sizes = block.dimensions.map(({ size }) => size).join()
  return `${pathText(path.slice(0, -1))} ${sizes} ${block.rowLengths === undefined ? '' : 'ragged'}`
}

/** Returns the whole numbers that each row of a block has, in order; undefined if rows differ. */
function placesOf({ values, dimensions, rowLengths }: Block): readonly string[] | undefined {
  const size = dimensions.at(-1)?.size ?? 0
  const first = values.subarray(0, size)
  if (rowLengths !== undefined || size < 2 || !isInOrder(first)) return undefined
  const isSame = values.every((value, cell) => value === first[cell % size])
  return isSame ? Array.from(first, String) : undefined
}
