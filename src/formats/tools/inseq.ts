import { bytesOfBase64 } from '../../codec/base64'
import { concatBytes } from '../../codec/concatBytes'
import { inflated } from '../../codec/deflated'
import { type FoundArray, type FoundFile } from '../foreign/FoundFile'
import {
  entryAt,
  getEntry,
  isObject,
  itemsOf,
  numberAt,
  textAt,
  type JsonDocument,
  type JsonNode,
  type JsonObject,
} from '../json/JsonNode'
import { pathText } from '../json/JsonPath'
import { readSafetensors } from '../safetensors/safetensorsFormat'
import { Budget } from '../source/Budget'
import { damaged } from '../source/unreadable'
import { isTensorError } from '../../tensor/TensorError'
import { blockOfBytes, typeOf, type Block } from './blocks/Block'
import { numericBlock } from './blocks/numericBlock'
import { textsOf } from './blocks/textsOf'
import { type DocumentTool } from './Tool'

type Values = Pick<FoundArray, 'values' | 'dimensions' | 'rowLengths'>

const NOTICE = 'Attributions of inseq.'

/** The files of inseq (`FeatureAttributionOutput.save`), with or without the names of its classes. */
export const inseq: DocumentTool = {
  recognizes: (root) => itemsOf(entryAt(plain(root), 'sequence_attributions')).length > 0,
  read: inseqArrays,
}

/**
 * Returns the attributions of inseq, [source or target prefix][generated](…) for each sequence. Arrays are written in
 * one of three ways: base64 of a safetensors file, `__ndarray__` in base64 and gzip, or nested lists.
 */
async function inseqArrays(document: JsonDocument): Promise<FoundFile | undefined> {
  const output = plain(document.root)
  const info = entryAt(output, 'info')
  const model = textAt(info, 'model_name')
  const method = textAt(info, 'attribution_method')
  const arrays: FoundArray[] = []
  for (const [s, item] of itemsOf(entryAt(output, 'sequence_attributions')).entries()) {
    const sequence = plain(item)
    const tokens = { source: tokensOf(sequence, 'source'), target: tokensOf(sequence, 'target') }
    const start = numberAt(sequence, 'attr_pos_start') ?? 0
    const generated = tokens.target.slice(start, numberAt(sequence, 'attr_pos_end'))
    for (const side of ['source', 'target'] as const) {
      const key = `${side}_attributions`
      // oxlint-disable-next-line no-await-in-loop -- one after the other, for they may be large
      const values = await valuesOf(entryAt(sequence, key), document)
      if (values === undefined) continue
      arrays.push({
        ...values,
        name: pathText(['sequence_attributions', s, key]),
        dimensions: named(values, tokens[side], generated),
        title: textAt(itemsOf(entryAt(info, 'input_texts'))[s]) ?? `Sequence ${s + 1}`,
        metric: [method, side, 'attribution'].filter(Boolean).join(' '),
        ...(model !== undefined && { model }),
      })
    }
  }
  return arrays.length === 0 ? undefined : { arrays, notices: [NOTICE], understood: [NOTICE] }
}

/** Returns the object without the wrapper that names its class. */
function plain(node: JsonNode | undefined): JsonNode | undefined {
  return entryAt(node, '__instance_type__') === undefined ? node : entryAt(node, 'attributes')
}

function tokensOf(sequence: JsonNode | undefined, side: string): readonly string[] {
  return itemsOf(entryAt(sequence, side)).map((token) => textAt(plain(token), 'token') ?? '')
}

const extraNames: readonly (readonly string[])[] = [[], ['hidden unit'], ['layer', 'head']]

function named(
  { dimensions }: Values,
  rows: readonly string[],
  generated: readonly string[],
): FoundArray['dimensions'] {
  const extra = extraNames[dimensions.length - 2]
  return dimensions.map(({ size }, d) => {
    const labels = [rows.slice(0, size), generated][d]
    const name = d === 0 ? 'source token' : d === 1 ? 'generated' : extra?.[d - 2]
    return Object.assign(
      { size },
      name !== undefined && { name },
      labels?.length === size && { labels },
    )
  })
}

async function valuesOf(
  node: JsonNode | undefined,
  document: JsonDocument,
): Promise<Values | undefined> {
  if (isObject(node) && getEntry(node, '__ndarray__') !== undefined) {
    return ndarrayBlock(node, textsOf(getEntry(node, 'shape'), document.numbers), document)
  }
  const bytes = typeof node === 'string' ? bytesOfBase64(node) : undefined
  return bytes === undefined
    ? numericBlock(node, document)
    : readSafetensors(bytes, document.budget).arrays[0]
}

/**
 * Returns an array that json-tricks wrote (https://github.com/mverleg/pyjson_tricks): `{"__ndarray__": "b64.gz:…",
 * "dtype": "float32", "shape": [2, 3]}`, packed, in plain base64, or as nested lists. Returns undefined for types that
 * are not numbers. Throws TensorError (shape, too-large) if it is damaged or too large for the file's budget.
 */
async function ndarrayBlock(
  object: JsonObject,
  shape: readonly string[] = [],
  document: JsonDocument,
): Promise<Block | undefined> {
  const content = getEntry(object, '__ndarray__')
  if (typeof content !== 'string') return numericBlock(content, document)
  const type = typeOf(getEntry(object, 'dtype'))
  const [, packing, text = ''] = /^b64(\.gz)?:([^]*)$/.exec(content) ?? []
  const bytes = bytesOfBase64(text)
  if (type === undefined || bytes === undefined) return undefined
  const { budget = new Budget() } = document
  const unpacked = packing === undefined ? bytes : await gunzip(bytes, budget)
  return blockOfBytes(unpacked, { type, shape: shape.map(Number) }, budget)
}

async function gunzip(packed: Uint8Array<ArrayBuffer>, budget: Budget): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of inflated(packed, 'gzip')) {
      budget.keep(chunk.length)
      chunks.push(chunk)
    }
  } catch (error) {
    if (isTensorError(error)) throw error
    throw damaged(`An array in the file could not be unpacked (${String(error)}).`)
  }
  return concatBytes(chunks)
}
