import { type Dimension } from '../foreign/FoundFile'
import {
  getEntry,
  isObject,
  itemsOf,
  textAt,
  type JsonDocument,
  type JsonNode,
  type JsonObject,
} from '../json/JsonNode'
import { textsOf } from './blocks/textsOf'
import { arrayAt, type KnownDimension, type Tool } from './Tool'

/**
 * The props of CircuitsVis. AttentionPatterns: `attention` [head][destination][source]; TextNeuronActivations:
 * `activations` [token][layer][neuron] for each sample; ColoredTokens: `values` by token or [token][label].
 */
export const circuitsVis: Tool = {
  keys: ['tokens'],
  read(props, path, document) {
    const lists = getEntry(props, 'tokens')
    const tokens = textsOf(lists, document.numbers)
    const isSamples = itemsOf(lists).some((list) => itemsOf(list).length > 0)
    const found = isSamples
      ? itemsOf(lists).map((list, i) => {
          const own = textsOf(list, document.numbers)
          const node = itemsOf(getEntry(props, 'activations'))[i]
          const known = [{ name: 'token', labels: own }, ...axesOf(props, document)]
          return arrayAt(node, [...path, 'activations', i], known, document)
        })
      : knownKeys(props, tokens, document).map(([key, ...known]) => {
          const array = arrayAt(getEntry(props, key), [...path, key], known, document)
          // Labels that do not fit show that the file is of another kind with the same keys.
          const dimensions = array?.dimensions ?? []
          const isOwn = key === 'values' ? dimensions.every(isFitting) : dimensions.some(isFitting)
          return isOwn ? array : undefined
        })
    const arrays = found.filter((array) => array !== undefined)
    if (arrays.length === 0 || tokens?.length === 0) return undefined
    return { arrays, notice: 'Read as CircuitsVis attention, with its tokens.' }
  },
}

function isFitting({ labels }: Dimension): boolean {
  return labels !== undefined
}

/** Returns the keys of arrays with the known facts of their dimensions. */
function knownKeys(
  props: JsonObject,
  tokens: readonly string[] | undefined,
  document: JsonDocument,
): readonly (readonly [key: string, ...known: readonly KnownDimension[]])[] {
  if (tokens === undefined) return []
  const texts = (key: string): readonly string[] | undefined => {
    return textsOf(getEntry(props, key), document.numbers)
  }
  const token = { name: 'token', labels: tokens }
  return [
    [
      'attention',
      { name: 'head', labels: texts('attentionHeadNames') },
      { name: 'destination token', labels: tokens },
      { name: 'source token', labels: tokens },
    ],
    ['activations', token, ...axesOf(props, document)],
    ['values', token],
    ['values', token, { labels: texts('labels') }],
  ]
}

function axesOf(props: JsonObject, { numbers }: JsonDocument): KnownDimension[] {
  return ['first', 'second'].map((place, i) => {
    const name = textAt(props, `${place}DimensionName`) ?? ['layer', 'neuron'][i] ?? ''
    const labels = textsOf(getEntry(props, `${place}DimensionLabels`), numbers)
    // The reader selects a neuron by its label. A bare number would not count as a label, so the name precedes it.
    return { name, labels: i === 0 ? labels : labels?.map((label) => `${name} ${label}`) }
  })
}

/**
 * Whether a document with nested arrays under `values` is a ColoredTokens: one value for each token, or one for each
 * token and label.
 */
export function isColoredTokens(root: JsonNode, values: JsonNode): boolean {
  if (!isObject(root) || getEntry(root, 'schema') !== undefined) return false
  const tokenCount = itemsOf(getEntry(root, 'tokens')).length
  if (typeof values === 'object' && values?.kind === 'row') return values.length === tokenCount
  const labels = getEntry(root, 'labels')
  return itemsOf(labels).length > 0 && itemsOf(values).length === tokenCount
}
