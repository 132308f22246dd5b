import { POSITION_CORNER, TOKEN_CORNER } from '../../formats/csv/exportedHeader'
import { areFloat32 } from '../../tensor/CellValues'
import { spreadsheetText } from '../../formats/csv/spreadsheetText'
import { exactText } from '../../tensor/exactText'
import {
  layerCountOf,
  layerLabel,
  sequenceIndex,
  tokenCountOf,
  tokenText,
  valueAt,
  type Tensor,
} from '../../tensor/Tensor'

/**
 * One query's layers, a row each, under its tokens; first token of the sequence first. The first field says which is which.
 * Padding is an empty field, a missing value is NaN. The reader gives back values, layers and tokens; of positions in the
 * sequence only those that stand for tokens without texts, and of the query nothing.
 */
export function* matrixRows(tensor: Tensor, queryIndex: number): Generator<readonly string[]> {
  const isFloat32 = areFloat32(tensor.values)
  const tokens = Array.from({ length: tokenCountOf(tensor, queryIndex) }, (_, token) => token)
  yield [
    tensor.tokens.kind === 'none' ? POSITION_CORNER : TOKEN_CORNER,
    ...tokens.map((token) =>
      spreadsheetText(tokenText(tensor, queryIndex, token) ?? String(sequenceIndex(tensor, token))),
    ),
  ]
  for (let layer = 0; layer < layerCountOf(tensor, queryIndex); layer++) {
    yield [
      spreadsheetText(layerLabel(tensor, layer)),
      ...tokens.map((token) => cellText(valueAt(tensor, queryIndex, layer, token), isFloat32)),
    ]
  }
}

function cellText(value: number | undefined, isFloat32: boolean): string {
  return value === undefined ? '' : exactText(value, isFloat32)
}
