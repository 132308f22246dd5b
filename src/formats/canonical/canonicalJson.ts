import { ownAxisNames } from '../../tensor/Axes'
import { areFloat32, type Numbers } from '../../tensor/CellValues'
import { exactText } from '../../tensor/exactText'
import { partOfCompanion } from '../../tensor/companionsAt'
import {
  layerCountOf,
  rowOf,
  startOfRow,
  valuesOfRow,
  type JsonValue,
  type Operand,
  type Query,
  type Row,
  type Tensor,
} from '../../tensor/Tensor'
import { type ViewSettings } from '../../tensor/View'
import { FLOAT32, FLOAT64, SCHEMA_NAME } from './MetadataSchema'

/** Parts of a tensor that are replaced in the file. */
export interface WriteOptions {
  /** Title to write. Default: the tensor's own. */
  readonly title?: string
  /** View to write. Default: the tensor's own. */
  readonly view?: ViewSettings
}

/**
 * Returns the canonical JSON of a tensor in pieces for a Blob, so that no string is longer than a row. Each key and
 * each row of values is on a line of its own. Reading the JSON gives the same tensor.
 */
export function canonicalJson(tensor: Tensor, options: WriteOptions = {}): string[] {
  return [...canonicalPieces(tensor, options)]
}

/** Yields the pieces of `canonicalJson` one by one. */
export function* canonicalPieces(tensor: Tensor, options: WriteOptions = {}): Generator<string> {
  yield '{\n'
  for (const [key, value] of metadataOf(tensor, options)) yield `  ${entryJson(key, value)},\n`
  yield* companionsJson(tensor)
  yield '  "values": '
  yield* arrayJson(tensor, (row) => rowJson([valuesOfRow(row)]))
  yield '\n}\n'
}

/** Yields the companions. The width of numbers is written where it is not that of the values. */
function* companionsJson(tensor: Tensor): Generator<string> {
  const { companions = [] } = tensor
  for (const [k, companion] of companions.entries()) {
    const { name, values } = companion
    const isFloat32 = 'blocks' in values && areFloat32(values)
    const hasOwnWidth = 'blocks' in values && isFloat32 !== areFloat32(tensor.values)
    const dtype = JSON.stringify(isFloat32 ? FLOAT32 : FLOAT64)
    yield `${k === 0 ? '  "companions": {\n    ' : ',\n    '}${JSON.stringify(name)}: `
    if (hasOwnWidth) yield `{ "dtype": ${dtype}, "values": `
    yield* arrayJson(tensor, (row) => {
      const start = startOfRow(tensor, row)
      const part = partOfCompanion(companion, start, start + row.length)
      return 'blocks' in part ? rowJson(part.blocks) : valueJson(part)
    })
    if (hasOwnWidth) yield ' }'
  }
  if (companions.length > 0) yield '\n  },\n'
}

/** Yields an array of the tensor's shape, given its rows. */
function* arrayJson(tensor: Tensor, jsonOf: (row: Row) => string): Generator<string> {
  for (let q = 0; q < tensor.queries.length; q++) {
    yield q === 0 ? '[\n    [' : ',\n    ['
    const layerCount = layerCountOf(tensor, q)
    for (let layer = 0; layer < layerCount; layer++) {
      yield layer === 0 ? '\n      ' : ',\n      '
      yield jsonOf(rowOf(tensor, q, layer))
    }
    yield layerCount > 0 ? '\n    ]' : ']'
  }
  yield '\n  ]'
}

function rowJson(blocks: readonly Numbers[]): string {
  const isFloat32 = blocks[0] instanceof Float32Array
  const texts: string[] = []
  for (const values of blocks) for (const value of values) texts.push(numberJson(value, isFloat32))
  return `[${texts.join(', ')}]`
}

/**
 * Returns a number as JSON, as the shortest decimal of its width. A missing value is `null`. ±Infinity is `±1e999`,
 * which is valid JSON and reads back as Infinity.
 */
function numberJson(value: number, isFloat32: boolean): string {
  if (Number.isFinite(value)) return exactText(value, isFloat32)
  if (Number.isNaN(value)) return 'null'
  return value > 0 ? '1e999' : '-1e999'
}

/** Returns every key except `values`, in the order of the format. Absent keys without a default are left out. */
function metadataOf(tensor: Tensor, options: WriteOptions): (readonly [string, JsonValue])[] {
  return definedOf([
    ['schema', SCHEMA_NAME],
    ['title', options.title ?? tensor.title],
    ['metric', tensor.metric],
    ['model', tensor.model],
    ['source', tensor.source],
    ['hidden_size', tensor.hiddenSize],
    ['layers', tensor.layerLabels],
    ['queries', tensor.hasQueries ? queriesOf(tensor) : undefined],
    ['tokens', tensor.tokens.kind === 'none' ? undefined : tensor.tokens.texts],
    ['dtype', areFloat32(tensor.values) ? FLOAT32 : undefined],
    ['first_index', tensor.firstIndex],
    ['special', tensor.special.length === 0 ? undefined : tensor.special],
    ['align', tensor.align],
    ['axes', axesJson(tensor)],
    ['difference', differenceJson(tensor.difference)],
    ['view', options.view === undefined ? tensor.view : plainView(options.view)],
    ...tensor.extra.filter(([key]) => key !== 'axes'),
  ])
}

/** Returns the entries that have a value. */
function definedOf(
  entries: readonly (readonly [string, JsonValue | undefined])[],
): (readonly [string, JsonValue])[] {
  return entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
}

/** Returns the names of the axes that are not the defaults, then unknown keys; undefined if there are neither. */
function axesJson({ axes, extra }: Tensor): JsonValue | undefined {
  const unknown = extra.find(([key]) => key === 'axes')?.[1]
  const entries = [...Object.entries(ownAxisNames(axes) ?? {}), ...Object.entries(unknown ?? {})]
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

function queriesOf({ queries, queryExtra }: Tensor): JsonValue {
  return queries.map(({ label, position, difference, ...origin }, q) =>
    Object.fromEntries([
      ['label', label],
      ['position', position],
      ...originOf(origin),
      ...definedOf([['difference', differenceJson(difference)]]),
      ...(queryExtra[q] ?? []),
    ]),
  )
}

function originOf({
  hiddenSize,
  model,
  source,
}: { readonly [Key in 'hiddenSize' | 'model' | 'source']?: Query[Key] | undefined }): (readonly [
  string,
  JsonValue,
])[] {
  return definedOf([
    ['hidden_size', hiddenSize],
    ['model', model],
    ['source', source],
  ])
}

function differenceJson(difference: Tensor['difference']): JsonValue | undefined {
  if (difference === undefined) return undefined
  const { a, b, matched, hasDistance } = difference
  return {
    A: operandJson(a),
    B: operandJson(b),
    matched,
    ...(hasDistance === false && { distance: false }),
  }
}

function operandJson(operand: Operand): JsonValue {
  return Object.fromEntries([['label', operand.label], ...originOf(operand)])
}

function plainView(view: ViewSettings): JsonValue {
  return Object.fromEntries(
    Object.entries(view).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

/** Returns a value as JSON on one line, with a space after each comma and colon. ±Infinity is ±1e999, −0 is -0. */
export function valueJson(value: JsonValue): string {
  if (typeof value === 'number') return numberJson(value, false)
  if (isArray(value)) return `[${value.map(valueJson).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, entry]) => entryJson(key, entry))
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

function entryJson(key: string, value: JsonValue): string {
  return `${JSON.stringify(key)}: ${valueJson(value)}`
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
