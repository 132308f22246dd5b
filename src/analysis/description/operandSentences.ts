import { type Matrix } from '../../tensor/Matrix'
import { holdersOf, operandsOf } from '../difference/operands'
import { matchedText } from '../difference/matchedText'

/**
 * Returns the sentences that say what was subtracted and how columns were matched, or none if the values are no
 * difference.
 */
export function operandSentences(
  { tensor, queryIndex }: Pick<Matrix, 'tensor' | 'queryIndex'>,
  prose: (text: string) => string,
): readonly string[] {
  const operands = operandsOf(tensor, queryIndex)
  if (operands === undefined) return []
  const { a, b, matched } = operands.difference
  const { onlyInA, onlyInB, shared } = holdersOf(operands, queryIndex)
  const counts = { matched, shared, onlyInA: onlyInA.length, onlyInB: onlyInB.length }
  return [
    `Each value is A − B, where A is ${prose(a.label)} and B is ${prose(b.label)}.`,
    `Columns are ${matchedText(counts)}.`,
  ]
}
