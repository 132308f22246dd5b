import { type FigureBasis } from '../figure/figureBasis'
import { matrixCorner, PROFILE_COLUMNS, spreadsheetText } from '../formats/csv/exportedForm'
import { lacksToken, openTensorOf } from '../tensor/atLayer'
import { areFloat32 } from '../tensor/CellValues'
import { exactText } from '../tensor/exactText'
import { type Matrix } from '../tensor/Matrix'
import { type Profile, type Profiles } from '../tensor/Profile'
import {
  distanceOf,
  layerCountOf,
  layerLabel,
  queryOf,
  sequenceIndex,
  tokenCountOf,
  tokenText,
  valueAt,
  type Tensor,
} from '../tensor/Tensor'
import { type Windows } from '../tensor/Windows'
import { nounOf } from '../text/nounOf'
import { visibleTensor } from './carriedTensor'
import { csvNumber, type TableRows } from './csvText'
import { type ExportOptions } from './ExportOptions'
import { tidyRows } from './tidyRows'

/**
 * Returns the tensor, or its visible part, as a table: all queries in long form, or the shown query as a matrix. Throws
 * RangeError if no value is visible.
 */
export function tableOf(
  basis: FigureBasis,
  windows: Windows,
  { table, rows }: Pick<ExportOptions, 'table' | 'rows'>,
): TableRows {
  const { tensor, view } = rows === 'all' ? basis : (visibleTensor(basis, { windows }) ?? {})
  if (tensor === undefined || view === undefined) throw new RangeError('no value is visible')
  // The open tensor has every query in long form, also if the rows are queries at a layer.
  return table === 'tidy' ? tidyRows(openTensorOf(tensor)) : matrixRows(tensor, view.query)
}

/**
 * Yields the layers of one query, one row each, under a header of its tokens in sequence. The first field of the header
 * states which is which, in the names of the axes. Padding is an empty field, and a missing value is NaN. The reader restores values, layers and
 * tokens; of the positions in the sequence only those that replace absent token texts, and nothing of the query.
 */
export function* matrixRows(tensor: Tensor, queryIndex: number): Generator<readonly string[]> {
  const isFloat32 = areFloat32(tensor.values)
  const tokens = Array.from({ length: tokenCountOf(tensor, queryIndex) }, (_, token) => token)
  yield [
    matrixCorner(tensor.axes, tensor.tokens.kind !== 'none'),
    ...tokens.map((token) =>
      spreadsheetText(tokenText(tensor, queryIndex, token) ?? numberText(tensor, token)),
    ),
  ]
  for (let layer = 0; layer < layerCountOf(tensor, queryIndex); layer++) {
    yield [
      spreadsheetText(layerLabel(tensor, layer)),
      ...tokens.map((token) =>
        lacksToken(tensor, layer, token)
          ? ''
          : cellText(valueAt(tensor, queryIndex, layer, token), isFloat32),
      ),
    ]
  }
}

/** Returns the index of a token in the sequence, or how far back it is from the queries that are rows. */
export function numberText(tensor: Tensor, token: number): string {
  return tensor.atLayer?.hasDistance
    ? `${distanceOf(tensor, 0, token)} back`
    : String(sequenceIndex(tensor, token))
}

function cellText(value: number | undefined, isFloat32: boolean): string {
  return value === undefined ? '' : exactText(value, isFloat32)
}

const COLUMNS = ['count', 'mean', 'low', 'high', 'min', 'max'] as const

/**
 * Yields the profiles beside a figure with exact numbers: a row for each layer, then one for each token in sequence,
 * then the layers of the other queries that the figure compares.
 */
export function* profileRows(
  { tensor, queryIndex }: Matrix,
  { layers, tokens, queries = [] }: Profiles,
): Generator<readonly string[]> {
  const [row, column] = [nounOf(tensor.axes.row), nounOf(tensor.axes.column)]
  yield PROFILE_COLUMNS
  yield* layerRows(tensor, row.one, layers)
  for (const token of tokens.count.keys()) {
    const index = String(sequenceIndex(tensor, token))
    yield [
      spreadsheetText(column.one),
      index,
      ...fieldsOf(tokens, token, tokenText(tensor, queryIndex, token)),
    ]
  }
  for (const { queryIndex: other, layers: own } of queries) {
    if (other === queryIndex) continue
    yield* layerRows(tensor, `${row.one} of ${queryOf(tensor, other).label}`, own)
  }
}

function* layerRows(tensor: Tensor, name: string, layers: Profile): Generator<readonly string[]> {
  for (const layer of layers.count.keys()) {
    const fields = fieldsOf(layers, layer, layerLabel(tensor, layer))
    yield [spreadsheetText(name), String(layer), ...fields]
  }
}

function fieldsOf(profile: Profile, item: number, label = ''): readonly string[] {
  const numbers = COLUMNS.map((column) => csvNumber(profile[column][item], false))
  return [spreadsheetText(label), ...numbers]
}
