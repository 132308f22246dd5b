import { type Dimension } from '../foreign/FoundFile'
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
import { pathText, type JsonPath } from '../json/JsonPath'
import { scalarsOf } from './blocks/TableColumn'
import { textsOf } from './blocks/textsOf'
import { arrayAt, type CountedArray, type Tool } from './Tool'

/** The most tracked tokens of one file that become matrices. */
const MOST_TRACKED = 200

/** The facts that all matrices of a file share. */
interface Lens {
  readonly layers: readonly string[]
  readonly tokens: readonly string[]
  readonly document: JsonDocument
  readonly path: JsonPath
  readonly model: string | undefined
}

/**
 * The logit lens of LogitLensKit and nnsightful: version 2, `tracked` [position]{token: [layer]} with `topk`
 * [layer][position][k] and `entropy` [layer][position], and the form before it, `cells` [position][layer]{prob}. The
 * matrices are the probability of the top token, the entropy, and each tracked token over layers and positions.
 */
export const logitLens: Tool = {
  keys: ['tracked', 'cells'],
  read(object, path, document) {
    const layers = textsOf(getEntry(object, 'layers'), document.numbers)
    const tokens = textsOf(
      getEntry(object, 'input') ?? getEntry(object, 'tokens'),
      document.numbers,
    )
    if (layers === undefined || tokens === undefined) return undefined
    const lens = { layers, tokens, document, path, model: textAt(object, 'meta', 'model') }
    const arrays = itemsOf(getEntry(object, 'tracked')).some(isObject)
      ? trackedArrays(object, lens)
      : cellArrays(object, lens)
    if (arrays.length === 0) return undefined
    return {
      arrays,
      notice: 'Logit lens: rows are layers, columns the tokens of the prompt.',
      left: ['The texts of the top tokens are left out.'],
    }
  },
}

function dimensionsOf({ layers, tokens }: Lens): readonly [Dimension, Dimension] {
  return [
    { size: layers.length, name: 'layer', labels: layers },
    { size: tokens.length, name: 'token', labels: tokens },
  ]
}

function trackedArrays(object: JsonObject, lens: Lens): readonly CountedArray[] {
  const trajectories = itemsOf(getEntry(object, 'tracked')).map((each) =>
    trajectoriesOf(each, lens),
  )
  const top = itemsOf(getEntry(object, 'topk')).map((layer) =>
    itemsOf(layer).map((candidates) => itemsOf(candidates)[0]),
  )
  const names = [...new Set(trajectories.flatMap((each) => [...each.keys()]))]
  const entropy = arrayAt(
    getEntry(object, 'entropy'),
    [...lens.path, 'entropy'],
    dimensionsOf(lens),
    lens.document,
  )
  const probability = matrix(lens, ['topk'], 'probability of the top token', (layer, position) => {
    const token = top[layer]?.[position]
    return typeof token === 'string' ? trajectories[position]?.get(token)?.[layer] : undefined
  })
  return [
    probability,
    ...(entropy === undefined ? [] : [{ ...entropy, metric: 'entropy' }]),
    ...names
      .slice(0, MOST_TRACKED)
      .map((name) =>
        matrix(
          lens,
          ['tracked', name],
          `probability of “${name}”`,
          (layer, position) => trajectories[position]?.get(name)?.[layer],
        ),
      ),
  ].filter(({ values }) => values.some((value) => !Number.isNaN(value)))
}

/** Returns the probability of each tracked token of a position, layer by layer. */
function trajectoriesOf(
  node: JsonNode,
  { document }: Lens,
): ReadonlyMap<string, readonly number[]> {
  const entries = isObject(node) ? node.entries : []
  return new Map(
    entries.map(([token, list]) => [
      token,
      (scalarsOf(list, document.numbers) ?? []).map((value) =>
        typeof value === 'number' ? value : NaN,
      ),
    ]),
  )
}

function cellArrays(object: JsonObject, lens: Lens): readonly CountedArray[] {
  const rows = itemsOf(getEntry(object, 'cells')).map(itemsOf)
  if (
    rows.length !== lens.tokens.length ||
    !rows.flat().every((cell) => entryAt(cell, 'prob') !== undefined)
  )
    return []
  const metrics = [
    ['prob', 'probability of the top token'],
    ['entropy', 'entropy'],
  ] as const
  return metrics
    .map(([key, metric]) =>
      matrix(lens, ['cells', key], metric, (layer, position) =>
        numberAt(rows[position]?.[layer], key),
      ),
    )
    .filter(({ values }) => values.some((value) => !Number.isNaN(value)))
}

function matrix(
  lens: Lens,
  keys: readonly string[],
  metric: string,
  valueOf: (layer: number, position: number) => number | undefined,
): CountedArray {
  const { layers, tokens, path, model } = lens
  const values = Float64Array.from({ length: layers.length * tokens.length }, (_, cell) => {
    return valueOf(Math.floor(cell / tokens.length), cell % tokens.length) ?? NaN
  })
  return {
    name: pathText([...path, ...keys]),
    values,
    metric,
    dimensions: dimensionsOf(lens),
    ...(model !== undefined && { model }),
  }
}
