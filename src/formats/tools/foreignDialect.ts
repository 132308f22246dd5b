import { canonicalDialect } from '../canonical/readCanonical'
import { type FoundFile } from '../foreign/FoundFile'
import { tensorsOfFound } from '../foreign/tensorsOfFound'
import { getEntry, isObject, itemsOf, type JsonDocument, type JsonNode } from '../json/JsonTree'
import { unreadable } from '../source/unreadable'
import { foundIn } from './foundIn'
import { inseqFound, isInseq } from './inseq'
import { type JsonDialect } from './JsonDialect'
import { isNotebook, notebookFound } from './jupyter'

/** Whatever other tools write as JSON; what holds nothing to draw is left to the canonical dialect's sentences. */
export const foreignDialect: JsonDialect = {
  recognizes: ({ root }) => !isCanonical(root),
  async read(document, name) {
    const found = await foundOf(document)
    if (found !== undefined) return tensorsOfFound(found, name)
    if (isNotebook(document.root)) throw withoutHeatmap(name)
    return canonicalDialect.read(document, name)
  },
}

async function foundOf(document: JsonDocument): Promise<FoundFile | undefined> {
  if (isNotebook(document.root)) return notebookFound(document)
  return isInseq(document.root) ? inseqFound(document) : foundIn(document)
}

function withoutHeatmap(name: string): Error {
  return unreadable(
    `“${name}” is a notebook without a heatmap whose numbers are in its outputs.`,
    'The numbers of its pictures cannot be read back: in the notebook, save the array with np.save("name.npy", array) and open that.',
  )
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
