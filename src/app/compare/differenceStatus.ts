import { type Part } from '../../analysis/combine/Part'
import { type ColumnPairs } from '../../analysis/difference/columnPairs'
import { type LayerChoice, type LayerPairs } from '../../analysis/difference/layerPairs'
import { matchedText } from '../../analysis/difference/matchedText'
import { subtractRefusal } from '../../analysis/difference/subtracted'
import { wordsOf } from '../../tensor/Axes'
import { layerCountOf } from '../../tensor/Tensor'
import { counted, grouped } from '../../text/counted'
import { GAVE_UP } from './difference'

interface Status {
  /** Whole sentences about what is subtracted, or why nothing can be. */
  readonly text: string
  readonly isRefused: boolean
}

/** Returns what the dialog says of a difference before it is made. */
export function differenceStatus(
  a: Part,
  b: Part,
  {
    columns,
    layers,
  }: { readonly columns: ColumnPairs | undefined; readonly layers: LayerPairs | undefined },
): Status {
  const refusal = subtractRefusal(a, b, columns ?? { shared: 1 })
  if (refusal !== undefined) return { text: refusal, isRefused: true }
  const isSame = a.tensor === b.tensor && a.queryIndex === b.queryIndex
  const sentences = [
    isSame ? 'A and B are the same query: their difference is 0 everywhere.' : '',
    columns === undefined
      ? 'These are many tokens: their texts are matched when you subtract.'
      : columnsText(a, columns),
    layers === undefined ? '' : layersText(a, b, layers),
    a.transform === 'raw' && b.transform === 'raw' ? '' : 'Values are subtracted as loaded.',
  ]
  return { text: sentences.filter(Boolean).join(' '), isRefused: false }
}

function columnsText({ tensor }: Part, columns: ColumnPairs): string {
  const { many } = wordsOf(tensor).column
  const { unlike, gaveUp } = columns
  const matched = `${counted(columns.a.length, 'column')} ${matchedText(columns)}.`
  const pairs =
    unlike === 0
      ? ''
      : ` ${counted(unlike, 'pair')} of ${many} ${unlike === 1 ? 'has' : 'have'} different texts.`
  return `${gaveUp ? `${GAVE_UP} ` : ''}${matched}${pairs}`
}

function layersText(a: Part, b: Part, { by, a: layers }: LayerPairs): string {
  const { one, many } = wordsOf(a.tensor).row
  const left = countOf(a) + countOf(b) - 2 * layers.length
  const rest =
    left === 0 ? '' : `; ${grouped(left)} that only one has ${left === 1 ? 'is' : 'are'} left out`
  const how = {
    label: 'by label',
    index: 'by index',
    first: 'from the first',
    last: 'from the last',
  }
  return `${counted(layers.length, one, many)} matched ${how[by]}${rest}.`
}

/** Returns the question which layers are compared, and its answers. */
export function layersToAsk(
  a: Part,
  b: Part,
): {
  readonly question: string
  readonly options: readonly (readonly [choice: LayerChoice, label: string])[]
} {
  const { one, many } = wordsOf(a.tensor).row
  const [countA, countB] = [countOf(a), countOf(b)]
  const least = Math.min(countA, countB)
  const noun = least === 1 ? one : counted(least, one, many)
  return {
    question: `A has ${counted(countA, one, many)}, B has ${grouped(countB)}. Compare`,
    options: [
      ['first', `the first ${noun} of both`],
      ['last', `the last ${noun} of both`],
    ],
  }
}

function countOf({ tensor, queryIndex }: Part): number {
  return layerCountOf(tensor, queryIndex)
}
