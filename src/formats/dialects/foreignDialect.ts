import { canonicalDialect } from '../canonical/canonicalDialect'
import { tensorsOfFound } from '../found/tensorsOfFound'
import { type JsonDialect } from '../json/JsonDialect'
import { getEntry, isObject, itemsOf, type JsonNode } from '../json/JsonTree'
import { finders } from './finders'
import { foundIn } from './foundIn'

/** Whatever other tools write as JSON; what holds nothing to draw is left to the canonical dialect's sentences. */
export const foreignDialect: JsonDialect = {
  recognizes: ({ root }) => !isCanonical(root),
  read(document, name) {
    const found = foundIn(document, finders)
    return found === undefined ? canonicalDialect.read(document, name) : tensorsOfFound(found, name)
  },
}

/** Nested arrays, or an object with such under `values`: only the outermost nodes are looked at. */
function isCanonical(root: JsonNode): boolean {
  if (!isObject(root)) return !isObject(itemsOf(root)[0])
  const values = getEntry(root, 'values')
  if (values === undefined || isObject(values) || isObject(itemsOf(values)[0])) return false
  return !isColoredTokens(root, values)
}

/** CircuitsVis' ColoredTokens have a value, or one for each label, by token. */
function isColoredTokens(root: JsonNode, values: JsonNode): boolean {
  if (!isObject(root) || getEntry(root, 'schema') !== undefined) return false
  const tokenCount = itemsOf(getEntry(root, 'tokens')).length
  if (typeof values === 'object' && values?.kind === 'row') return values.length === tokenCount
  const labels = getEntry(root, 'labels')
  return itemsOf(labels).length > 0 && itemsOf(values).length === tokenCount
}
