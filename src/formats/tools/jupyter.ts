import { type FoundFile } from '../foreign/FoundFile'
import {
  getEntry,
  isObject,
  itemsOf,
  type JsonDocument,
  type JsonNode,
  type JsonObject,
} from '../json/JsonTree'
import { entryAt } from './blocks/entryAt'
import { foundIn } from './foundIn'
import { joinedFound } from './joinedFound'
import { pageFound } from './pageFound'

export function isNotebook(root: JsonNode): root is JsonObject {
  return isObject(root) && getEntry(root, 'nbformat') !== undefined
}

/** What the outputs of a Jupyter notebook hold: plotly figures and other JSON, and pages with data in their scripts. */
export function notebookFound({ root, numbers }: JsonDocument): FoundFile | undefined {
  const cells = itemsOf(entryAt(root, 'cells'))
  return joinedFound(
    cells.map((cell, c) => {
      const outputs = itemsOf(entryAt(cell, 'outputs'))
      const found = outputs.map((output) => outputFound(entryAt(output, 'data'), numbers))
      return joinedFound(found, `cell ${c + 1}`)
    }),
  )
}

/** An output has the same content in several forms; JSON says the most. */
function outputFound(data: JsonNode | undefined, numbers: Float64Array): FoundFile | undefined {
  const forms = isObject(data) ? data.entries : []
  for (const [, root] of forms) {
    const found = isObject(root) ? foundIn({ root, numbers }) : undefined
    if (found !== undefined) return found
  }
  return joinedFound(
    forms
      .filter(([type]) => /html|javascript/.test(type))
      .map(([, node]) => pageFound(new TextEncoder().encode(textOf(node)))),
  )
}

function textOf(node: JsonNode): string {
  return typeof node === 'string' ? node : itemsOf(node).filter(isText).join('')
}

function isText(node: JsonNode): node is string {
  return typeof node === 'string'
}
