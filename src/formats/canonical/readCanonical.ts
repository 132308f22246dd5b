import { parse } from 'valibot'
import { type ReadTensors } from '../foreign/Format'
import { getEntry, isObject, type JsonDocument, type JsonObject } from '../json/JsonNode'
import { PathError } from '../json/JsonPath'
import { MetadataSchema, SCHEMA_NAME } from './MetadataSchema'
import { readMetadata, type DocumentMetadata } from './readMetadata'
import { readValues, trimNumbers, type Slice } from './readValues'
import { tensorOfSlice } from './tensorOfSlice'

const NO_METADATA: DocumentMetadata = {
  known: parse(MetadataSchema, {}),
  view: undefined,
  isFloat32: false,
  extra: [],
  queryExtra: [],
}

/**
 * Returns the tensors of a document in SimLens' own JSON or of bare nested arrays. `name` is the file's name without
 * its extension. Throws PathError if the document is not valid.
 */
export function readCanonical({ root, numbers }: JsonDocument, name: string): ReadTensors {
  if (!isObject(root)) return tensorsOf(readValues(root, []), NO_METADATA, numbers, name)
  const values = getEntry(root, 'values')
  if (values === undefined) throw withoutValues(root)
  const metadata = readMetadata(root, numbers)
  return tensorsOf(readValues(values, ['values']), metadata, numbers, name)
}

function tensorsOf(
  slices: readonly Slice[],
  metadata: DocumentMetadata,
  numbers: Float64Array,
  name: string,
): ReadTensors {
  const full = slices.filter((slice) => !isEmpty(slice))
  const trimmed = trimNumbers(full, numbers, metadata.isFloat32)
  const tensors = full.map((slice) => ({
    name: slice.index.length === 0 ? name : `${name} ${slice.index.map((i) => `[${i}]`).join('')}`,
    tensor: tensorOfSlice(slice, metadata, trimmed),
  }))
  const emptyNames = slices.filter(isEmpty).map(({ index }) => index.map((i) => `[${i}]`).join(''))
  return { tensors, notices: [...schemaNotices(metadata), ...emptyNotices(emptyNames)] }
}

function schemaNotices({ known: { schema } }: DocumentMetadata): string[] {
  if (schema === undefined || schema === SCHEMA_NAME) return []
  return [`The file says it is “${schema}”; it was read as ${SCHEMA_NAME}, the version known here.`]
}

function isEmpty({ queries }: Slice): boolean {
  return queries.every(({ rows }) => rows.every((row) => row === undefined))
}

function emptyNotices(names: readonly string[]): string[] {
  if (names.length === 0) return []
  return [`Slices without values were left out: ${names.join(', ')}.`]
}

function withoutValues({ entries }: JsonObject): PathError {
  const keys = entries.slice(0, 8).map(([key]) => JSON.stringify(key))
  const more = entries.length > keys.length ? ' and more' : ''
  const found = keys.length === 0 ? 'It has no keys.' : `Its keys are ${keys.join(', ')}${more}.`
  return new PathError(
    'shape',
    [],
    `The JSON object has no key "values". ${found}`,
    'Put the similarities into "values", nested [query][layer][token].',
  )
}
