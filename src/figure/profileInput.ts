import { type PinnedLine, type ProfileInput } from '../layout/profileLayout'
import { tokenLabelText } from '../layout/tokenLabelText'
import { visibleProse } from '../text/visibleText'
import { layerLabel, sequenceIndex } from '../tensor/Tensor'
import { type FigureBasis } from './figureBasis'

/** What stands in the profiles beside a figure; undefined where none are shown, and where no value is finite. */
export function profileInput(basis: FigureBasis): ProfileInput | undefined {
  const { matrix, profiles, statistics, view } = basis
  if (profiles === undefined || statistics.finiteCount === 0) return undefined
  const { tensor, queryIndex, labels = 'visible' } = matrix
  return {
    profiles,
    low: statistics.min,
    high: statistics.max,
    tokenLines: linesOf(view.token_lines, matrix.tokenCount, (token) => {
      const text = tokenLabelText(tensor, queryIndex, token, labels) ?? ''
      const label = `${sequenceIndex(tensor, token)} ${text}`
      return { text: label, short: label }
    }),
    layerLines: linesOf(view.layer_lines, matrix.layerCount, (layer) => {
      const short = visibleProse(layerLabel(tensor, layer))
      return { text: `layer ${short}`, short }
    }),
  }
}

/** Those that this query has. */
function linesOf(
  indices: readonly number[] = [],
  count: number,
  textsOf: (index: number) => Omit<PinnedLine, 'index'>,
): readonly PinnedLine[] {
  return indices.flatMap((index) => (index < count ? [{ index, ...textsOf(index) }] : []))
}
