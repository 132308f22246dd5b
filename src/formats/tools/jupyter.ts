import { type FoundFile } from '../foreign/FoundFile'
import {
  entryAt,
  getEntry,
  isObject,
  itemsOf,
  type JsonDocument,
  type JsonNode,
} from '../json/JsonNode'
import { unreadable } from '../source/unreadable'
import { foundIn, joinedFound } from './foundIn'
import { pageFound } from './pageFormat'
import { type DocumentTool } from './Tool'

/**
 * The notebooks of Jupyter. Their outputs may hold plotly figures, other JSON, and pages with data in their scripts.
 */
export const jupyter: DocumentTool = {
  recognizes: (root) => isObject(root) && getEntry(root, 'nbformat') !== undefined,
  read(document, name) {
    const found = outputsFound(document)
    if (found === undefined) throw withoutHeatmap(name)
    return found
  },
}

function outputsFound(document: JsonDocument): FoundFile | undefined {
  const cells = itemsOf(entryAt(document.root, 'cells'))
  return joinedFound(
    cells.map((cell, c) => {
      const outputs = itemsOf(entryAt(cell, 'outputs'))
      const found = outputs.map((output) => outputFound(entryAt(output, 'data'), document))
      return joinedFound(found, `cell ${c + 1}`)
    }),
  )
}

/**
 * Returns the content of an output. An output has the same content in several forms, of which JSON has the most detail.
 */
function outputFound(data: JsonNode | undefined, document: JsonDocument): FoundFile | undefined {
  const forms = isObject(data) ? data.entries : []
  for (const [, root] of forms) {
    const found = isObject(root) ? foundIn({ ...document, root }) : undefined
    if (found !== undefined) return found
  }
  return joinedFound(
    forms
      .filter(([type]) => /html|javascript/.test(type))
      .map(([, node]) => pageFound(new TextEncoder().encode(textOf(node)), document.budget)),
  )
}

function textOf(node: JsonNode): string {
  return typeof node === 'string' ? node : itemsOf(node).filter(isText).join('')
}

function isText(node: JsonNode): node is string {
  return typeof node === 'string'
}

function withoutHeatmap(name: string): Error {
  return unreadable(
    `“${name}” is a notebook without a heatmap whose numbers are in its outputs.`,
    'The numbers of its pictures cannot be read back: in the notebook, save the array with np.save("name.npy", array) and open that.',
  )
}
