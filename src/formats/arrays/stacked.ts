import { type NamedContent, type NumberContent } from './Content'

/** Numbers of one name, or of several that are numbered alike, such as `layer_0` and `layer_1`. */
export interface NamedNumbers extends Pick<NumberContent, 'values' | 'shape' | 'type'> {
  readonly name: string
  /** Of several: what each was numbered with, in the order of the outermost dimension. */
  readonly numbers?: readonly string[]
  /** Of several rows of different lengths: these; then `shape` has the longest. */
  readonly rowLengths?: Uint32Array
}

interface Part extends NumberContent {
  readonly name: string
  readonly number: string
}

/** The last number in a name, and what stands around it. */
const NUMBERED = /^(.*?)(\d{1,9})(\D*)$/s

/**
 * Puts arrays that are numbered and of one shape, or single rows of any length, into one array, outermost by their
 * numbers: a list of layers is often stored that way. The others stay as they are.
 */
export function stacked(contents: readonly NamedContent[]): NamedNumbers[] {
  const groups = new Map<string, Part[]>()
  for (const { name, content } of contents) {
    if (content.kind !== 'numbers') continue
    const [, start, number = '', end = ''] = NUMBERED.exec(name) ?? []
    const form = content.shape.length === 1 ? 'row' : content.shape.join()
    const id = JSON.stringify([start ?? name, end, content.type.name, form])
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [{ ...content, name, number }])
    else group.push({ ...content, name, number })
  }
  return [...groups.values()].flatMap((parts) => (isList(parts) ? [stack(parts)] : parts))
}

function isList(parts: readonly Part[]): boolean {
  const isArray = parts.every(({ shape }) => shape.length > 0)
  return (
    isArray && parts.length > 1 && new Set(parts.map(({ number }) => number)).size === parts.length
  )
}

function stack(parts: readonly Part[]): NamedNumbers {
  const ordered = parts.toSorted((a, b) => Number(a.number) - Number(b.number))
  const rowLengths = Uint32Array.from(ordered, ({ values }) => values.length)
  const total = rowLengths.reduce((sum, length) => sum + length, 0)
  const longest = ordered.reduce((one, each) =>
    each.values.length > one.values.length ? each : one,
  )
  const values = longest.type.isNarrow ? new Float32Array(total) : new Float64Array(total)
  let at = 0
  for (const part of ordered) {
    values.set(part.values, at)
    at += part.values.length
  }
  return {
    name: longest.name.replace(NUMBERED, '$1').replace(/[^\p{L}\p{N}]+$/u, ''),
    values,
    shape: [ordered.length, ...longest.shape],
    type: longest.type,
    numbers: ordered.map(({ number }) => number),
    ...(total === rowLengths.length * longest.values.length ? {} : { rowLengths }),
  }
}
