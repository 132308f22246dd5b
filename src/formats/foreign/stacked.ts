import { type NamedContent, type NumberContent } from '../elements/Content'
import { type Dimension } from './FoundFile'

/** Numbers of one name, or of several numbered names such as `layer_0` and `layer_1`. */
export interface NamedNumbers extends Pick<NumberContent, 'values' | 'shape' | 'type'> {
  readonly name: string
  /** Outermost dimension of several arrays, labelled with their numbers; undefined for one array. */
  readonly outer?: Dimension
  /**
   * Lengths of the rows if several rows of different lengths were joined. `shape` then has the length of the longest.
   */
  readonly rowLengths?: Uint32Array
}

/** The last number in a name, and the text around it. */
const NUMBERED = /^(.*?)(\d{1,9})(\D*)$/s

/** The characters between a name and its number. */
const JOINT = /[^\p{L}\p{N}]+$/u

/** Length of the longest name, in characters, that is searched for a number. */
const LONGEST_NAME = 200

/**
 * Returns the arrays that are not empty. Numbered arrays of one shape, or numbered rows of any length, become one array
 * with their numbers as the outermost dimension, because a list of layers is often stored in this way.
 */
export function stacked(contents: readonly NamedContent[]): NamedNumbers[] {
  const groups = new Map<string, NamedNumbers[]>()
  for (const { name: given, content } of contents) {
    const name = given.slice(0, LONGEST_NAME)
    if (content.kind === 'texts' || content.values.length * content.shape.length === 0) continue
    const { shape, type } = content
    const form = shape.length === 1 ? 'row' : shape.join()
    const id = `${name.replace(NUMBERED, '$1#$3')}\0${type.name}\0${form}`
    const group = groups.get(id) ?? []
    group.push({ name, ...content })
    groups.set(id, group)
  }
  return [...groups.values()].flatMap((parts) => {
    const numbers = new Map(parts.map((part) => [NUMBERED.exec(part.name)?.[2] ?? '', part]))
    return parts.length > 1 && numbers.size === parts.length ? [stack(numbers)] : parts
  })
}

function stack(parts: ReadonlyMap<string, NamedNumbers>): NamedNumbers {
  const ordered = [...parts].toSorted(([a], [b]) => Number(a) - Number(b))
  const rowLengths = Uint32Array.from(ordered, ([, { values }]) => values.length)
  const total = rowLengths.reduce((sum, length) => sum + length, 0)
  const [, longest] = ordered.reduce((one, each) =>
    each[1].values.length > one[1].values.length ? each : one,
  )
  const values = longest.type.isNarrow ? new Float32Array(total) : new Float64Array(total)
  let at = 0
  for (const [, part] of ordered) {
    values.set(part.values, at)
    at += part.values.length
  }
  const [, start = '', , end = ''] = NUMBERED.exec(longest.name) ?? []
  const word = start.replace(JOINT, '')
  return {
    name: word + end.replace(JOINT, ''),
    values,
    shape: [ordered.length, ...longest.shape],
    type: longest.type,
    outer: { size: ordered.length, name: word, labels: ordered.map(([number]) => number) },
    ...(total < ordered.length * longest.values.length && { rowLengths }),
  }
}
