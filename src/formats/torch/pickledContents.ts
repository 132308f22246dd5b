import { type Content } from '../arrays/Content'
import { elementType } from '../arrays/ElementType'
import { isPickleNode, type PickleNode, type PickleValue } from './PickleNode'

/** A tensor that a pickle describes: a part of a storage, which is a file of the archive. */
export interface StoredTensor {
  readonly kind: 'stored'
  /** Name of the storage's file. */
  readonly key: string
  /** As NumPy calls it, or as PyTorch does where NumPy has no such type. */
  readonly typeName: string
  /** Of its first element, in elements of the storage. */
  readonly start: number
  readonly shape: readonly number[]
  readonly strides: readonly number[]
}

/** Types by their storages, `torch.FloatStorage`. */
const types: ReadonlyMap<string, string> = new Map([
  ['Double', 'float64'],
  ['Float', 'float32'],
  ['Half', 'float16'],
  ['BFloat16', 'bfloat16'],
  ['Long', 'int64'],
  ['Int', 'int32'],
  ['Short', 'int16'],
  ['Char', 'int8'],
  ['Byte', 'uint8'],
  ['Bool', 'bool'],
])

export interface Pickled {
  /** Keys and indices on the way to it: `cos`, `layers[3]`. */
  readonly name: string
  readonly content: StoredTensor | Content
}

/** Deeper than any file that a person laid out. */
const MAX_DEPTH = 32

/** The tensors, lists of texts, lists of numbers and single texts in an object, each object once. */
export function pickledContents(root: PickleValue): Pickled[] {
  const found: Pickled[] = []
  const seen = new Set<PickleValue>()
  const walk = (value: PickleValue, name: string, depth: number): void => {
    const content = contentOf(value)
    if (content !== undefined) found.push({ name, content })
    if (content !== undefined || !isPickleNode(value) || seen.has(value) || depth > MAX_DEPTH)
      return
    seen.add(value)
    for (const [key, entry] of partsOf(value)) walk(entry, joined(name, key), depth + 1)
  }
  walk(root, '', 0)
  return found
}

/** Arguments of a call are not looked into: only the call would know what they mean. */
function partsOf({
  kind,
  name,
  items,
  entries,
}: PickleNode): [key: PickleValue, value: PickleValue][] {
  if (name === 'torch._utils._rebuild_parameter') return [['', items[0] ?? null]]
  if (kind === 'call') return entries
  return [...entries, ...items.map((item, i): [string, PickleValue] => [`[${i}]`, item])]
}

function joined(name: string, key: PickleValue): string {
  const last = isPickleNode(key) ? '…' : String(key)
  return name === '' || /^(?:\[|$)/.test(last) ? name + last : `${name}.${last}`
}

function contentOf(value: PickleValue): Pickled['content'] | undefined {
  if (typeof value === 'string') return { kind: 'texts', texts: [value], shape: [] }
  if (!isPickleNode(value)) return undefined
  if (value.kind === 'call') return tensorOf(value)
  if (value.kind !== 'list' && value.kind !== 'tuple') return undefined
  return listOf(value.items)
}

function listOf(items: readonly PickleValue[]): Content | undefined {
  const shape = [items.length]
  const texts = items.filter((item) => typeof item === 'string')
  if (texts.length === items.length && texts.length > 0) return { kind: 'texts', texts, shape }
  const numbers = items.filter((item) => typeof item === 'number')
  const type = elementType(numbers.every(Number.isInteger) ? 'int64' : 'float64')
  if (numbers.length < items.length || numbers.length === 0 || type === undefined) return undefined
  return { kind: 'numbers', values: Float64Array.from(numbers), shape, type }
}

/** What `torch._utils._rebuild_tensor_v2` and `_v3` are given: storage, start, shape, strides, and v3 the type. */
function tensorOf({ name, items }: PickleNode): StoredTensor | undefined {
  const [, version] = /^torch\._utils\._rebuild_tensor_v([23])$/.exec(name) ?? []
  if (version === undefined) return undefined
  const [storage, start, shape, strides, , , type] = items
  const [, storageType, key] = isPickleNode(storage) ? storage.items : []
  const path = lastOf(version === '3' ? type : storageType)
  return {
    kind: 'stored',
    key: typeof key === 'string' ? key : '',
    typeName: types.get(path.replace(/Storage$/, '')) ?? path,
    start: Number(start),
    shape: numbersOf(shape),
    strides: numbersOf(strides),
  }
}

/** `float16` of `torch.float16`. */
function lastOf(value: PickleValue | undefined): string {
  return isPickleNode(value) ? value.name.replace(/^.*\./s, '') : ''
}

function numbersOf(value: PickleValue | undefined): number[] {
  return isPickleNode(value) ? value.items.map(Number) : []
}
