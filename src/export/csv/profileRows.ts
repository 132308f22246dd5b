import { PROFILE_COLUMNS, spreadsheetText } from '../../formats/csv/exportedForm'
import { type Matrix } from '../../tensor/Matrix'
import { type Profile, type Profiles } from '../../tensor/Profile'
import { layerLabel, sequenceIndex, tokenText } from '../../tensor/Tensor'
import { csvNumber } from './TableRows'

const COLUMNS = ['count', 'mean', 'low', 'high', 'min', 'max'] as const

/**
 * Yields the profiles beside a figure with exact numbers: a row for each layer, then one for each token in sequence.
 */
export function* profileRows(
  { tensor, queryIndex }: Matrix,
  { layers, tokens }: Profiles,
): Generator<readonly string[]> {
  yield PROFILE_COLUMNS
  for (const layer of layers.count.keys()) {
    yield ['layer', String(layer), ...fieldsOf(layers, layer, layerLabel(tensor, layer))]
  }
  for (const token of tokens.count.keys()) {
    const index = String(sequenceIndex(tensor, token))
    yield ['token', index, ...fieldsOf(tokens, token, tokenText(tensor, queryIndex, token))]
  }
}

function fieldsOf(profile: Profile, item: number, label = ''): readonly string[] {
  const numbers = COLUMNS.map((column) => csvNumber(profile[column][item], false))
  return [spreadsheetText(label), ...numbers]
}
