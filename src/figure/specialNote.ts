import { isSpecialToken } from '../tensor/isSpecialToken'
import { type Matrix } from '../tensor/Matrix'
import { tokenText } from '../tensor/Tensor'
import { type View } from '../tensor/View'

/** What the caption says of special tokens that are not just marked; undefined where the query has none. */
export function specialNote(matrix: Matrix, special: View['special']): string | undefined {
  if (special === 'mark' || matrix.tensor.tokens.kind === 'none') return undefined
  const found = new Set<boolean>()
  for (let token = 0; token < matrix.tokenCount && found.size < 2; token++) {
    const text = tokenText(matrix.tensor, matrix.queryIndex, token)
    found.add(text !== undefined && isSpecialToken(matrix.tensor, text))
  }
  if (!found.has(true)) return undefined
  // Where nothing would be left, nothing is left out.
  return special === 'exclude' && found.has(false)
    ? 'Special tokens are dimmed, and left out of the domain and the statistics.'
    : 'Special tokens are dimmed.'
}
