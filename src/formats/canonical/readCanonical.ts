import { parse } from 'valibot'
import { type ReadTensors } from '../foreign/Format'
import { getEntry, isObject, type JsonDocument, type JsonObject } from '../json/JsonNode'
import { PathError } from '../json/JsonPath'
import { MetadataSchema, SCHEMA_NAME } from './MetadataSchema'
import { companionsOf, readCompanions, type FoundCompanion } from './readCompanions'
import { readMetadata, type DocumentMetadata } from './readMetadata'
import { filledRows, readValues, trimNumbers, type Slice } from './readValues'
import { tensorOfSlice } from './tensorOfSlice'

const NO_METADATA: DocumentMetadata = {
  known: parse(MetadataSchema, {}),
  view: undefined,
  isFloat32: false,
  extra: [],
  queryExtra: [],
  notices: [],
}

/**
 * Returns the tensors of a document in SimLens' own JSON or of bare nested arrays. `name` is the file's name without
 * its extension. Throws PathError if the document is not valid.
 */
export function readCanonical({ root, numbers }: JsonDocument, name: string): ReadTensors {
  if (!isObject(root)) {
    return tensorsOf(readValues(root, []), { metadata: NO_METADATA, companions: [] }, numbers, name)
  }
  const values = getEntry(root, 'values')
  if (values === undefined) throw withoutValues(root)
  const metadata = readMetadata(root, numbers)
  const slices = readValues(values, ['values'])
  const companions = readCompanions(root, numbers, metadata.isFloat32)
  return tensorsOf(slices, { metadata, companions }, numbers, name)
}

interface DocumentParts {
  readonly metadata: DocumentMetadata
  readonly companions: readonly FoundCompanion[]
}

function tensorsOf(
  slices: readonly Slice[],
  { metadata, companions: found }: DocumentParts,
  numbers: Float64Array,
  name: string,
): ReadTensors {
  const full = slices.filter((slice) => !isEmpty(slice))
  const rows = filledRows(full)
  const doubles = [
    ...(metadata.isFloat32 ? [] : [rows]),
    ...found.flatMap((one) => ('texts' in one.rows || one.isFloat32 ? [] : [one.rows])),
  ]
  const usedCount = doubles.flat().reduce((sum, { length }) => sum + length, 0)
  const trimmed = trimNumbers(rows, numbers, metadata.isFloat32 ? undefined : usedCount)
  const rowCounts = full.map((slice) => filledRows([slice]).length)
  const companions = companionsOf(found, numbers, rowCounts, usedCount)
  const tensors = full.map((slice, k) => ({
    name: slice.index.length === 0 ? name : `${name} ${slice.index.map((i) => `[${i}]`).join('')}`,
    tensor: {
      ...tensorOfSlice(slice, metadata, trimmed),
      ...(found.length > 0 && { companions: companions[k] ?? [] }),
    },
  }))
  const emptyNames = slices.filter(isEmpty).map(({ index }) => index.map((i) => `[${i}]`).join(''))
  return {
    tensors,
    notices: [...schemaNotices(metadata), ...metadata.notices, ...emptyNotices(emptyNames)],
  }
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
