import { type Content } from '../elements/Content'
import { elementType } from '../elements/ElementType'
import { type NpyHeader } from '../npy/npyFormat'
import { type Budget } from '../source/Budget'
import { isPickleNode, pickleItems, type PickleNode, type PickleValue } from './PickleMachine'

/** A tensor in a pickle: a part of a storage, which is a file of the archive. */
export interface StoredTensor {
  readonly kind: 'stored'
  /** Name of the storage's file. */
  readonly key: string
  /** Name of the type in NumPy, or in PyTorch if NumPy does not have the type. */
  readonly typeName: string
  /** Index in the storage of its first element, in elements. */
  readonly start: number
  readonly shape: readonly number[]
  readonly strides: readonly number[]
}

/** An array of NumPy in a pickle, with its bytes. */
export interface PickledNumpy {
  readonly kind: 'numpy'
  readonly header: NpyHeader
  readonly data: Uint8Array
}

/** A value of a pickle that may be drawn or label something, with its place. */
export interface Pickled {
  /** Keys and indices on the path to it: `cos`, `layers[3]`. */
  readonly name: string
  readonly content: StoredTensor | PickledNumpy | Content
}

/** Names of types by storage, such as `torch.FloatStorage`. */
const types: ReadonlyMap<string, string> = new Map([
  ['DoubleStorage', 'float64'],
  ['FloatStorage', 'float32'],
  ['HalfStorage', 'float16'],
  ['BFloat16Storage', 'bfloat16'],
  ['LongStorage', 'int64'],
  ['IntStorage', 'int32'],
  ['ShortStorage', 'int16'],
  ['CharStorage', 'int8'],
  ['ByteStorage', 'uint8'],
  ['BoolStorage', 'bool'],
])

/** Bytes in memory of an item of a list while it is copied. */
const ITEM_BYTES = 16

/** The deepest nesting that is searched, deeper than in files that are written by hand. */
const MOST_DEPTH = 32

/** Bytes in memory of a content that was found, without its numbers and texts. */
const CONTENT_BYTES = 200

/**
 * Returns the tensors, lists of texts, lists of numbers and single texts in an object. Each object is visited once, and
 * the copies of its items are added to the budget. Throws TensorError (too-large).
 */
export function pickledContents(root: PickleValue, budget: Budget): Pickled[] {
  const found: Pickled[] = []
  const seen = new Set<PickleValue>()
  const walk = (value: PickleValue | undefined, name: string, depth: number): void => {
    if (isPickleNode(value)) {
      if (seen.has(value)) return
      seen.add(value)
    }
    const content = contentOf(value, budget)
    if (content !== undefined) {
      budget.keep(CONTENT_BYTES)
      found.push({ name, content })
    } else if (isPickleNode(value) && depth < MOST_DEPTH) {
      if (value.name.endsWith('_rebuild_parameter')) walk(value.args[0], name, depth + 1)
      for (const [key, entry] of value.entries) {
        // The state of an object is searched only if it has names. A tuple has none.
        if (key === '' && pickleItems(entry).length > 0) continue
        walk(entry, joined(name, isPickleNode(key) ? '' : String(key)), depth + 1)
      }
      for (const [i, item] of value.items.entries()) walk(item, `${name}[${i}]`, depth + 1)
    }
  }
  walk(root, '', 0)
  return found
}

/** Longest key that becomes part of a name, in UTF-16 units. */
const LONGEST_KEY = 200

function joined(name: string, longKey: string): string {
  const key = longKey.slice(0, LONGEST_KEY)
  return name === '' || key === '' ? name + key : `${name}.${key}`
}

function contentOf(value: PickleValue | undefined, budget: Budget): Pickled['content'] | undefined {
  if (typeof value === 'string') return { kind: 'texts', texts: [value], shape: [] }
  if (!isPickleNode(value)) return undefined
  const [, version] = /^torch\._utils\._rebuild_tensor_v([23])$/.exec(value.name) ?? []
  if (version !== undefined) return tensorOf(value, version === '3')
  return value.name.endsWith('multiarray._reconstruct')
    ? numpyOf(value, budget)
    : listOf(value.items, budget)
}

function listOf(items: readonly PickleValue[], budget: Budget): Content | undefined {
  const [first] = items
  if (typeof first !== 'string' && typeof first !== 'number') return undefined
  budget.keep(items.length * ITEM_BYTES)
  const shape = [items.length]
  const texts = items.filter((item) => typeof item === 'string')
  const numbers = items.filter((item) => typeof item === 'number')
  if (items.length > 0 && texts.length === items.length) return { kind: 'texts', texts, shape }
  const type = elementType(numbers.every(Number.isInteger) ? 'int64' : 'float64')
  if (numbers.length < items.length || numbers.length === 0 || type === undefined) return undefined
  return { kind: 'numbers', values: Float64Array.from(numbers), shape, type }
}

/**
 * Returns the tensor for the arguments of `torch._utils._rebuild_tensor_v2`: storage, start, shape, strides. For `_v3`
 * the seventh argument is the type.
 */
function tensorOf({ args }: PickleNode, hasType: boolean): StoredTensor {
  const [storage, start, shape, strides, , , type] = args
  const [, storageType, key] = pickleItems(storage)
  const path = hasType ? type : storageType
  const name = isPickleNode(path) ? path.name.slice(path.name.lastIndexOf('.') + 1) : ''
  return {
    kind: 'stored',
    key: typeof key === 'string' ? key : '',
    typeName: types.get(name) ?? name,
    start: Number(start),
    shape: pickleItems(shape).map(Number),
    strides: pickleItems(strides).map(Number),
  }
}

/**
 * Returns the array for the state of a NumPy array: version, shape, type, whether its order is Fortran's, and its bytes
 * as Latin-1 or its objects.
 */
function numpyOf({ entries }: PickleNode, budget: Budget): Pickled['content'] | undefined {
  const [, shape, type, isFortran, data] = pickleItems(entries.at(-1)?.[1])
  if (!isPickleNode(type) || !isPickleNode(data)) return undefined
  const [, order] = pickleItems(type.entries.at(-1)?.[1])
  const [text] = data.args
  if (typeof text !== 'string') return listOf(data.items, budget)
  budget.keep(text.length)
  const header = {
    descr: [order, type.args[0]].filter((part) => typeof part === 'string').join(''),
    shape: pickleItems(shape).map(Number),
    isFortran: isFortran === true,
    dataByte: 0,
  }
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return { kind: 'numpy', header, data: bytes }
}
