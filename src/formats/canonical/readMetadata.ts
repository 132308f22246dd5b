import * as v from 'valibot'
import { type JsonValue } from '../../tensor/Tensor'
import { distinctEntries, plainOf, type JsonDocument, type JsonObject } from '../json/JsonNode'
import { describeValue, PathError, pathText, type JsonPath } from '../json/JsonPath'
import { ExtraKeys } from './ExtraKeys'
import {
  AXES_FORM,
  axisEntries,
  FLOAT32,
  metadataEntries,
  MetadataSchema,
  queryEntries,
  type Metadata,
} from './MetadataSchema'

/** Unknown keys of an object with their values, in the order of the file. */
type ExtraEntries = readonly (readonly [key: string, value: JsonValue])[]

/** Everything in a document except its values. */
export interface DocumentMetadata {
  readonly known: Metadata
  readonly view: JsonValue | undefined
  readonly isFloat32: boolean
  /** Unknown keys of the document, in their order. */
  readonly extra: ExtraEntries
  /** Unknown keys of the query objects, by query. */
  readonly queryExtra: readonly ExtraEntries[]
  /** Sentences about what is not kept. */
  readonly notices: readonly string[]
}

const documentKeys: ReadonlySet<string> = new Set([
  ...Object.keys(metadataEntries),
  'values',
  'companions',
  'view',
])
const queryKeys: ReadonlySet<string> = new Set(Object.keys(queryEntries))

/** Returns the metadata of a document. Throws PathError (type) if a known key has a value that is not allowed. */
export function readMetadata(root: JsonObject, numbers: JsonDocument['numbers']): DocumentMetadata {
  const entries = distinctEntries(root)
  const extraKeys = new ExtraKeys()
  const plain = new Map<string, JsonValue>(
    entries
      .filter(([key, node]) => {
        if (documentKeys.has(key)) return key !== 'values' && key !== 'companions'
        return extraKeys.isKept(key, node)
      })
      .map(([key, node]) => [key, plainOf(node, numbers)]),
  )
  const known = Object.fromEntries(Object.keys(metadataEntries).map((key) => [key, plain.get(key)]))
  const result = v.safeParse(MetadataSchema, known, { abortEarly: true })
  if (!result.success) throw errorOf(deepestOf(result.issues[0], []))
  // Valibot takes an array for an object.
  if (Array.isArray(known['axes'])) {
    throw errorOf({ path: ['axes'], message: AXES_FORM, input: known['axes'] })
  }
  return {
    known: result.output,
    view: plain.get('view') ?? undefined,
    isFloat32: plain.get('dtype') === FLOAT32,
    extra: [...plain].flatMap(([key, value]) => {
      if (key === 'axes') return axesExtra(value)
      // Values of other types are not stored at their own width, so their `dtype` is kept like an unknown key.
      const isKept = !documentKeys.has(key) && (key !== 'dtype' || value !== FLOAT32)
      return isKept ? [[key, value] as const] : []
    }),
    queryExtra: queryExtraOf(entries, numbers, extraKeys),
    notices: extraKeys.notices(),
  }
}

/** Returns `axes` with its unknown keys alone, or nothing if there are none. */
function axesExtra(axes: JsonValue): ExtraEntries {
  const unknown = Object.entries(axes ?? {}).filter(([key]) => !(key in axisEntries))
  return unknown.length === 0 ? [] : [['axes', Object.fromEntries(unknown)]]
}

function queryExtraOf(
  entries: JsonObject['entries'],
  numbers: Float64Array,
  extraKeys: ExtraKeys,
): ExtraEntries[] {
  const queries = entries.find(([key]) => key === 'queries')?.[1]
  if (typeof queries !== 'object' || queries === null || queries.kind !== 'array') return []
  return queries.items.map((query) => {
    if (typeof query !== 'object' || query === null || query.kind !== 'object') return []
    return distinctEntries(query)
      .filter(([key, node]) => !queryKeys.has(key) && extraKeys.isKept(key, node))
      .map(([key, node]) => [key, plainOf(node, numbers)])
  })
}

function errorOf({ path, message, input }: DeepestIssue): PathError {
  const found = `${pathText(path)} is ${describeValue(input)}`
  return new PathError(
    'type',
    path,
    `${found} where ${message} was expected.`,
    'Correct it, or leave the key out: all keys but values are optional.',
  )
}

/** A problem of a value: the message, the input, and its path from the root of the validated document. */
interface DeepestIssue {
  readonly path: JsonPath
  /** Noun phrase for the expected value. */
  readonly message: string
  readonly input: unknown
}

/**
 * Returns the issue, or if it is that of a union without a matching branch, the issue of the branch that matched up to
 * the longest path. `above` is the path of the validated value.
 */
function deepestOf(issue: v.BaseIssue<unknown>, above: JsonPath): DeepestIssue {
  const path = [...above, ...pathOf(issue)]
  const own: DeepestIssue = { path, message: issue.message, input: issue.input }
  if (issue.type !== 'union' || issue.issues === undefined) return own
  return issue.issues
    .map((branch) => deepestOf(branch, path))
    .reduce((best, candidate) => (isFarther(candidate.path, best.path) ? candidate : best), own)
}

function pathOf(issue: v.BaseIssue<unknown>): JsonPath {
  const keys = issue.path?.map(({ key }) => key) ?? []
  return keys.filter((key) => typeof key === 'string' || typeof key === 'number')
}

function isFarther(path: JsonPath, best: JsonPath): boolean {
  if (path.length !== best.length) return path.length > best.length
  const last = path.at(-1)
  const bestLast = best.at(-1)
  return typeof last === 'number' && typeof bestLast === 'number' && last > bestLast
}
