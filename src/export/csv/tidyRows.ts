import { spreadsheetText } from '../../formats/csv/spreadsheetText'
import {
  distanceOf,
  layerCountOf,
  layerLabel,
  maxLayerCount,
  rowOf,
  sequenceIndex,
  tokenText,
  type Tensor,
} from '../../tensor/Tensor'
import { csvNumber } from './TableRows'

/** A row for each value that there is: padding has none. Token indices are those of the sequence. */
export function* tidyRows(tensor: Tensor): Generator<readonly string[]> {
  const isFloat32 = tensor.values instanceof Float32Array
  const layers = distinctLayers(tensor)
  yield ['query', 'layer', 'token_index', 'token', 'distance', 'value']
  for (const [q, { label }] of tensor.queries.entries()) {
    const query = spreadsheetText(label)
    for (let layer = 0; layer < layerCountOf(tensor, q); layer++) {
      const { offset, firstToken, length } = rowOf(tensor, q, layer)
      for (let k = 0; k < length; k++) {
        const token = firstToken + k
        yield [
          query,
          layers[layer] ?? '',
          String(sequenceIndex(tensor, token)),
          spreadsheetText(tokenText(tensor, q, token) ?? ''),
          String(distanceOf(tensor, q, token)),
          csvNumber(tensor.values[offset + k], isFloat32),
        ]
      }
    }
  }
}

/** The labels of the layers; their numbers where two have the same label. */
function distinctLayers(tensor: Tensor): readonly string[] {
  const labels = Array.from({ length: maxLayerCount(tensor) }, (_, l) => layerLabel(tensor, l))
  const isDistinct = new Set(labels).size === labels.length
  return labels.map((label, layer) => (isDistinct ? spreadsheetText(label) : String(layer)))
}
