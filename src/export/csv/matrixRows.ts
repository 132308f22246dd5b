import { POSITION_CORNER, TOKEN_CORNER, spreadsheetText } from '../../formats/csv/exportedForm'
import { areFloat32 } from '../../tensor/CellValues'
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
 * Yields the layers of one query, one row each, under a header of its tokens in sequence. The first field of the header
 * states which is which. Padding is an empty field, and a missing value is NaN. The reader restores values, layers and
 * tokens; of the positions in the sequence only those that replace absent token texts, and nothing of the query.
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
