import { distinctTexts } from '../analysis/combine/distinctTexts'
import { type ComparedQueries } from '../layout/ProfileInput'
import { queryOf } from '../tensor/Tensor'
import { isolated } from '../text/isolated'
import { visibleProse } from '../text/visibleText'
import { type FigureBasis } from './figureBasis'

/**
 * Returns the queries that the profile of the layers compares, or undefined if it compares none. The ends of the axis
 * are those of their bands, and of all values if tokens are lines too. Labels are what differs in the labels of the queries.
 */
export function comparedLines({
  tensor,
  profiles,
  statistics: { min, max },
  view,
}: Pick<FigureBasis, 'tensor' | 'profiles' | 'statistics' | 'view'>): ComparedQueries | undefined {
  const queries = profiles?.queries ?? []
  const ends = queries.flatMap(({ layers: { low, high } }) =>
    [...low, ...high].filter((value) => !Number.isNaN(value)),
  )
  if (ends.length === 0) return undefined
  if (view.token_lines) ends.push(min, max)
  const labels = queries.map(({ queryIndex }) => queryOf(tensor, queryIndex).label)
  const [texts, shorts] = [false, true].map((isShortest) =>
    distinctTexts(labels, isShortest).map((text) => isolated(visibleProse(text))),
  )
  return {
    lines: queries.map(({ layers }, k) => ({
      profile: layers,
      text: texts?.[k] ?? '',
      short: shorts?.[k] ?? '',
    })),
    low: Math.min(...ends),
    high: Math.max(...ends),
  }
}
