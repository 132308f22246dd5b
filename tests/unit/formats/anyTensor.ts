import * as fc from 'fast-check'
import { axesOf, DEFAULT_AXES, isAxisName } from '../../../src/tensor/Axes'
import {
  type Companion,
  type Difference,
  type JsonValue,
  type Matched,
  type Tensor,
} from '../../../src/tensor/Tensor'
import { cellValues } from '../../../src/tensor/CellValues'

const value = fc.oneof(
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 5e-324, -2.2e-308, 0.1),
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'NaN', 'a NaN b', ':', '\ud800', '\udc00x', '</script>', '\u0000', '"\\'),
  fc.constantFrom(
    '0',
    '1',
    '2',
    'layer',
    '=1',
    "'=1",
    'a,b',
    'a;b',
    '\t',
    '\r',
    'a\r\nb',
    ' ',
    '\ufeff',
  ),
)

/** Rows that look like labels or like nothing: of one number only, of whole numbers, missing. */
const cells = fc.oneof(
  fc.array(value, { maxLength: 6 }),
  fc
    .tuple(fc.constantFrom(0, 1, -0, NaN, Infinity, 7), fc.nat({ max: 6 }))
    .map(([same, length]) => Array.from({ length }, () => same)),
  fc.array(fc.integer({ min: -2, max: 12 }), { maxLength: 6 }),
  fc.nat({ max: 6 }).map((length) => Array.from({ length }, (_, k) => k)),
)

/** Rows by query and layer with one value at least; their lengths, layer counts and content are random. */
const rows = fc
  .array(fc.array(cells, { maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  .filter((queries) => queries.some((layers) => layers.some((row) => row.length > 0)))

const key = fc.string().map((name) => `x-${name}`)
const extra = fc
  .dictionary(key, fc.jsonValue(), { maxKeys: 3 })
  .map((record) => Object.entries(JSON.parse(JSON.stringify(record)) as Record<string, JsonValue>))

const options = fc.record(
  {
    title: text,
    model: text,
    source: text,
    hiddenSize: fc.integer({ min: 1, max: 1 << 20 }),
    view: fc.constantFrom<JsonValue>({ axis: 'distance' }, { domain: [-0.5, 1] }, 3),
  },
  { requiredKeys: [] },
)

const axisName = fc
  .oneof(
    fc.constantFrom(
      'Head',
      'Destination',
      'Query',
      'MLP',
      'Token',
      'מילה',
      'a "b", c',
      '=Sum',
      'x × y',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  )
  .filter(isAxisName)

const facts = fc.record({
  axes: fc
    .record({ query: axisName, row: axisName, column: axisName }, { requiredKeys: [] })
    .map(axesOf),
  hasQueries: fc.boolean(),
  tokenKind: fc.constantFrom('none', 'shared', 'own'),
  firstIndex: fc.integer({ min: 0, max: 100 }),
  spare: fc.nat({ max: 3 }),
  align: fc.constantFrom('start', 'end'),
  labelKind: fc.constantFrom('none', 'texts', 'numbers'),
  isFloat32: fc.boolean(),
  special: fc.array(text, { maxLength: 2 }),
  metric: text,
  extra,
  queryExtra: extra,
  label: text,
  own: fc.record(
    { hiddenSize: fc.integer({ min: 1, max: 1 << 20 }), model: text, source: text },
    { requiredKeys: [] },
  ),
  matched: fc.constantFrom('text', 'distance', undefined),
  ownMatched: fc.constantFrom('pieces', 'position', undefined),
  companions: fc.uniqueArray(
    fc.record({ name: text, kind: fc.constantFrom('float64', 'float32', 'texts') }),
    { maxLength: 3, selector: ({ name }) => name },
  ),
})

/** Tensors of every kind that a file can hold, as the reader would build them. */
export const anyTensor: fc.Arbitrary<Tensor> = fc
  .tuple(rows, facts, options, fc.infiniteStream(text))
  .map(([queries, fact, optional, texts]) =>
    Object.assign(
      tensorOf(queries, fact, (count) => Array.from({ length: count }, () => texts.next().value)),
      optional,
    ),
  )

type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never

function tensorOf(
  queries: readonly (readonly (readonly number[])[])[],
  fact: Facts,
  list: (count: number) => string[],
): Tensor {
  const longest = queries.map((layers) => Math.max(0, ...layers.map((row) => row.length)))
  const past = pastsOf(longest, fact)
  const layerCount = Math.max(...queries.map((layers) => layers.length))
  return {
    values: cellValues(new (fact.isFloat32 ? Float32Array : Float64Array)(queries.flat(2))),
    rowOffsets: Float64Array.from(sums(queries.flat().map((row) => row.length))),
    queryRows: Uint32Array.from(sums(queries.map((layers) => layers.length))),
    tokenCounts: Uint32Array.from(past),
    queries: past.map((count, q) => ({
      label: fact.hasQueries
        ? fact.label
        : `${fact.axes.query === DEFAULT_AXES.query ? 'Meta Token' : fact.axes.query} #${q + 1}`,
      position: fact.firstIndex + count,
      ...(fact.hasQueries && fact.own),
      ...(fact.hasQueries &&
        fact.ownMatched && { difference: differenceOf(fact, fact.ownMatched) }),
    })),
    hasQueries: fact.hasQueries,
    tokens:
      fact.tokenKind === 'none'
        ? { kind: 'none' as const }
        : fact.tokenKind === 'shared'
          ? { kind: 'shared' as const, texts: list(Math.max(...past)) }
          : { kind: 'own' as const, texts: past.map(list) },
    firstIndex: fact.firstIndex,
    align: fact.align,
    special: fact.special,
    metric: fact.metric,
    axes: fact.axes,
    extra: fact.extra,
    queryExtra: fact.hasQueries ? queries.map(() => fact.queryExtra) : [],
    ...(fact.matched && { difference: differenceOf(fact, fact.matched) }),
    ...(fact.companions.length > 0 && {
      companions: fact.companions.map((one) => companionOf(one, queries.flat(2), list)),
    }),
    ...(fact.labelKind === 'texts' && { layerLabels: list(layerCount) }),
    ...(fact.labelKind === 'numbers' && {
      layerLabels: Array.from({ length: layerCount }, (_, layer) => 2 * layer - 1.5),
    }),
  }
}

function differenceOf({ label, own }: Facts, matched: Matched): Difference {
  const hasDistance = matched === 'distance'
  return { a: { label, ...own }, b: { label: 'B' }, matched, ...(!hasDistance && { hasDistance }) }
}

/** Returns a companion with the given values backwards, or with texts, of which one at least is not missing. */
function companionOf(
  { name, kind }: Facts['companions'][number],
  values: readonly number[],
  list: (count: number) => readonly string[],
): Companion {
  if (kind === 'float32')
    return { name, values: cellValues(Float32Array.from(values.toReversed())) }
  if (kind === 'float64')
    return { name, values: cellValues(Float64Array.from(values.toReversed())) }
  const texts = list(values.length).map((item, k) => (k % 3 === 2 ? null : item))
  return { name, values: texts }
}

/** T of each query: the longest row, and more where the file has a way to say it. */
function pastsOf(
  longest: readonly number[],
  { hasQueries, tokenKind, spare }: { hasQueries: boolean; tokenKind: string; spare: number },
): number[] {
  return longest.map((count) => count + (hasQueries || tokenKind === 'own' ? spare : 0))
}

function sums(counts: readonly number[]): number[] {
  const offsets = [0]
  for (const count of counts) offsets.push((offsets.at(-1) ?? 0) + count)
  return offsets
}
