import { spreadsheetText } from '../../formats/csv/spreadsheetText'
import {
  layerCountOf,
  layerLabel,
  sequenceIndex,
  tokenCountOf,
  tokenText,
  valueAt,
  type Tensor,
} from '../../tensor/Tensor'
import { csvNumber } from './TableRows'

/** One query's layers, a row each, under its tokens; first token of the sequence first. */
export function* matrixRows(tensor: Tensor, queryIndex: number): Generator<readonly string[]> {
  const isFloat32 = tensor.values instanceof Float32Array
  const tokens = Array.from({ length: tokenCountOf(tensor, queryIndex) }, (_, token) => token)
  yield [
    'layer',
    ...tokens.map((token) =>
      spreadsheetText(tokenText(tensor, queryIndex, token) ?? String(sequenceIndex(tensor, token))),
    ),
  ]
  for (let layer = 0; layer < layerCountOf(tensor, queryIndex); layer++) {
    yield [
      spreadsheetText(layerLabel(tensor, layer)),
      ...tokens.map((token) => csvNumber(valueAt(tensor, queryIndex, layer, token), isFloat32)),
    ]
  }
}
