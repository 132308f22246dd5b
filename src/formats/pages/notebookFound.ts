import { foundIn } from '../dialects/foundIn'
import { joinedFound } from '../dialects/joinedFound'
import { entryAt } from '../dialects/entryAt'
import { type FoundFile } from '../found/FoundArray'
import { type JsonPath } from '../json/JsonPath'
import {
  getEntry,
  isObject,
  itemsOf,
  type JsonDocument,
  type JsonNode,
  type JsonObject,
} from '../json/JsonTree'
import { pageFound } from './pageFound'

export function isNotebook(root: JsonNode): root is JsonObject {
  return isObject(root) && getEntry(root, 'nbformat') !== undefined
}

/** What the outputs of a Jupyter notebook hold: plotly figures and other JSON, and pages with data in their scripts. */
export function notebookFound({ root, numbers }: JsonDocument): FoundFile | undefined {
  const cells = itemsOf(entryAt(root, 'cells'))
  return joinedFound(
    cells.flatMap((cell, c) =>
      itemsOf(entryAt(cell, 'outputs')).map((output, o) =>
        outputFound(entryAt(output, 'data'), [`cell ${c + 1}`, o], numbers),
      ),
    ),
  )
}

/** An output has the same content in several forms; JSON says the most. */
function outputFound(
  data: JsonNode | undefined,
  path: JsonPath,
  numbers: Float64Array,
): FoundFile | undefined {
  const forms = isObject(data) ? data.entries : []
  for (const [, root] of forms) {
    const found = isObject(root) ? foundIn({ root, numbers }, path) : undefined
    if (found !== undefined) return found
  }
  return joinedFound(
    forms
      .filter(([type]) => /html|javascript/.test(type))
      .map(([, node]) => pageFound(new TextEncoder().encode(textOf(node)), path)),
  )
}

function textOf(node: JsonNode): string {
  return typeof node === 'string' ? node : itemsOf(node).filter(isText).join('')
}

function isText(node: JsonNode): node is string {
  return typeof node === 'string'
}
