import * as v from 'valibot'
import { cutText } from '../../text/cutText'
import { readableContents, type Content, type NamedContent } from '../elements/Content'
import { decoded } from '../elements/decoded'
import { elementType } from '../elements/ElementType'
import { arrayFormat, foundFileOf } from '../foreign/arrayFormat'
import { type FoundFile } from '../foreign/FoundFile'
import { Budget } from '../source/Budget'
import { checkDisjoint, type BytePlace } from '../source/BytePlace'
import { damaged, unreadable } from '../source/unreadable'

/** Number of bytes of the header's length, which comes first. */
const LENGTH_BYTES = 8

/** The longest header that the format allows, in bytes. */
const MOST_BYTES = 100e6

/** Longest name that a sentence quotes whole, in UTF-16 units. */
const LONGEST = 40

/** Names of types in safetensors and in this code: `F8_E4M3` is `float8_e4m3fn`. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^BF/, 'bfloat'],
  [/^F/, 'float'],
  [/^I/, 'int'],
  [/^U/, 'uint'],
  [/E4M3$/, 'e4m3fn'],
]

/** A place in the data, in bytes. */
const Offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const Entry = v.object({
  dtype: v.string(),
  shape: v.array(v.number()),
  data_offsets: v.tuple([Offset, Offset]),
})

/** The format of safetensors files. Lists of texts are in their metadata. */
export const safetensorsFormat = arrayFormat({
  name: 'a safetensors file',
  recognizes: (head) => !Number.isNaN(headerBytesOf(head)),
  found: readSafetensors,
})

/** Returns the length of the header in bytes, or NaN if the bytes cannot be the first of a safetensors file. */
function headerBytesOf(head: Uint8Array): number {
  if (head[LENGTH_BYTES] !== 0x7b) return NaN
  const [length = NaN, high] = new Uint32Array(head.slice(0, LENGTH_BYTES).buffer)
  return high === 0 && length <= MOST_BYTES ? length : NaN
}

/**
 * Returns the content of a safetensors file (https://github.com/huggingface/safetensors#format). Throws TensorError
 * (shape, unsupported, too-large).
 */
export function readSafetensors(bytes: Uint8Array, budget = new Budget()): FoundFile {
  const dataByte = LENGTH_BYTES + headerBytesOf(bytes)
  const header = Object.entries(
    parsed(new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, dataByte))),
  )
  if (header.length === 0) throw damaged('The safetensors header is broken.', LENGTH_BYTES)
  const items = header.map(([name, entry]): { name: string; entry: unknown } => ({ name, entry }))
  const tensors = items.filter(({ name }) => name !== '__metadata__')
  const data = bytes.subarray(dataByte)
  checkDisjoint(tensors.map(({ name, entry }) => placeOf(name, entry, data.length)))
  const { contents, notices } = readableContents(tensors, ({ entry }) => {
    return contentOf(entry, data, budget)
  })
  const metadata = items.find(({ name }) => name === '__metadata__')?.entry
  const texts = Object.entries(Object(metadata)).map(([name, text]): NamedContent => {
    return { name, content: textsOf(String(text)) }
  })
  return foundFileOf([...contents, ...texts], 'safetensors file', notices)
}

/** Returns the place of an array in the data. Throws TensorError (shape) if it has none, or if it is not in the file. */
function placeOf(name: string, entry: unknown, byteCount: number): BytePlace {
  const [start, end] = entryOf(entry).data_offsets
  if (start <= end && end <= byteCount) return { name, start, end }
  throw damaged(
    `The safetensors header has “${cutText(name, LONGEST)}” at bytes ${start} to ${end}, which are not all among the ${byteCount} bytes after it.`,
    LENGTH_BYTES,
  )
}

function entryOf(entry: unknown): v.InferOutput<typeof Entry> {
  const { success, output } = v.safeParse(Entry, entry)
  if (success) return output
  throw damaged('The safetensors header lacks a type, shape or place.', LENGTH_BYTES)
}

function contentOf(entry: unknown, data: Uint8Array, budget: Budget): Content {
  const { dtype, shape, data_offsets: offsets } = entryOf(entry)
  const name = names.reduce((text, [short, long]) => text.replace(short, long), dtype)
  const type = elementType(name.toLowerCase())
  if (type === undefined) throw unreadable(`It is of the type ${name}.`, 'Save it as float32.')
  return decoded(data.subarray(...offsets), { type, shape }, budget)
}

/** Returns a text of the metadata as content. A list is written there as JSON text. */
function textsOf(text: string): Content {
  const list: unknown = text.startsWith('[') ? parsed(text) : undefined
  const texts = Array.isArray(list) ? list.map(String) : [text]
  return { kind: 'texts', texts, shape: Array.isArray(list) ? [texts.length] : [] }
}

function parsed(text: string): object {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
