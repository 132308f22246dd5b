import { bytesOfBase64 } from '../../../codec/bytesOfBase64'
import { concatBytes } from '../../../codec/concatBytes'
import { inflated } from '../../../codec/deflate'
import { getEntry, type JsonDocument, type JsonObject } from '../../json/JsonNode'
import { damaged } from '../../source/unreadable'
import { type Block } from './Block'
import { blockOf } from './blockOf'
import { blockOfBytes, typeOf } from './typedBlock'

/** The highest ratio of deflate (258 bytes in 2 bits, https://www.zlib.net/zlib_tech.html). */
const MAX_RATIO = 1032

/**
 * Returns an array that json-tricks wrote (https://github.com/mverleg/pyjson_tricks): `{"__ndarray__": "b64.gz:…",
 * "dtype": "float32", "shape": [2, 3]}`, packed, in plain base64, or as nested lists. Returns undefined for types that
 * are not numbers. Throws TensorError (shape) if it is damaged.
 */
export async function ndarrayBlock(
  object: JsonObject,
  shape: readonly string[] = [],
  document: JsonDocument,
): Promise<Block | undefined> {
  const content = getEntry(object, '__ndarray__')
  if (typeof content !== 'string') return blockOf(content, document)
  const type = typeOf(getEntry(object, 'dtype'))
  const [, packing, text = ''] = /^b64(\.gz)?:([^]*)$/.exec(content) ?? []
  const bytes = bytesOfBase64(text)
  if (type === undefined || bytes === undefined) return undefined
  return blockOfBytes(packing === undefined ? bytes : await gunzip(bytes), type, shape.map(Number))
}

async function gunzip(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of inflated(packed, 'gzip')) {
      length += chunk.length
      if (length > packed.length * MAX_RATIO) break
      chunks.push(chunk)
    }
  } catch (error) {
    throw damaged(`An array in the file could not be unpacked (${String(error)}).`)
  }
  return concatBytes(chunks)
}
