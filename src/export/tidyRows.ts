import { longColumns, spreadsheetText } from '../formats/csv/exportedForm'
import { areFloat32 } from '../tensor/CellValues'
import { companionText } from '../tensor/companionsAt'
import {
  distanceOf,
  layerCountOf,
  layerLabel,
  maxLayerCount,
  rowOf,
  sequenceIndex,
  startOfRow,
  tokenText,
  type Companion,
  type Tensor,
} from '../tensor/Tensor'
import { csvNumber } from './csvText'

/**
 * Yields a row for each stored value: padding has no row, and a missing value is an empty field. Token indices are
 * those of the sequence. Companions are further columns. The reader restores all of this; queries, layers and tokens without any value are lost.
 */
export function* tidyRows(tensor: Tensor): Generator<readonly string[]> {
  const isFloat32 = areFloat32(tensor.values)
  const layers = distinctLayers(tensor)
  const { companions = [] } = tensor
  yield [...longColumns(tensor.axes), ...companions.map(({ name }) => spreadsheetText(name))]
  for (const [q, name] of queryNames(tensor).entries()) {
    const query = spreadsheetText(name)
    for (let layer = 0; layer < layerCountOf(tensor, q); layer++) {
      const row = rowOf(tensor, q, layer)
      const { values, offset, firstToken, length } = row
      const start = startOfRow(tensor, row)
      for (let k = 0; k < length; k++) {
        const token = firstToken + k
        yield [
          query,
          layers[layer] ?? '',
          String(sequenceIndex(tensor, token)),
          spreadsheetText(tokenText(tensor, q, token) ?? ''),
          String(distanceOf(tensor, q, token)),
          csvNumber(values[offset + k], isFloat32),
          ...companions.map((companion) => companionField(companion, start + k)),
        ]
      }
    }
  }
}

/** Returns the field of a companion's value: a text that no spreadsheet runs, or a number; empty if it is missing. */
function companionField(companion: Companion, index: number): string {
  const text = companionText(companion, index) ?? ''
  return 'blocks' in companion.values ? text : spreadsheetText(text)
}

/**
 * Returns the labels of the queries. A label gets a number if nothing else separates the first row of its query from
 * the rows of the one before.
 */
function queryNames(tensor: Tensor): readonly string[] {
  let last: { readonly key: string; readonly layers: readonly number[] } | undefined
  return tensor.queries.map(({ label, position }, q) => {
    const layers = filledLayers(tensor, q)
    const [first] = layers
    if (first === undefined) return label
    const key = JSON.stringify([label, position])
    const isDistinct = last?.key !== key || last.layers.includes(first)
    const name = isDistinct ? label : `${label} (${q + 1})`
    last = { key: JSON.stringify([name, position]), layers }
    return name
  })
}

function filledLayers(tensor: Tensor, queryIndex: number): readonly number[] {
  const layers = Array.from({ length: layerCountOf(tensor, queryIndex) }, (_, layer) => layer)
  return layers.filter((layer) => rowOf(tensor, queryIndex, layer).length > 0)
}

/** Returns the labels of the layers, or their numbers if two labels are equal. */
function distinctLayers(tensor: Tensor): readonly string[] {
  const labels = Array.from({ length: maxLayerCount(tensor) }, (_, l) => layerLabel(tensor, l))
  const isDistinct = new Set(labels).size === labels.length
  return labels.map((label, layer) => (isDistinct ? spreadsheetText(label) : String(layer)))
}
