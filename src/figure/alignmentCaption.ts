import { countsOf, type AlignmentKind } from '../tensor/Alignment'
import { openTensorOf } from '../tensor/atLayer'
import { wordsOf } from '../tensor/Axes'
import { type Matrix } from '../tensor/Matrix'
import { queryOf, type Tensor } from '../tensor/Tensor'
import { counted, grouped } from '../text/counted'
import { isolated } from '../text/isolated'
import { visibleProse } from '../text/visibleText'

const WORDS: Readonly<Record<Exclude<AlignmentKind, 'position'>, string>> = {
  sequence: 'Aligned by index in one sequence',
  pieces: 'Aligned by characters, and several pieces in one column show their mean',
  text: 'Aligned by text',
}

/**
 * Returns the caption about an aligned axis: how its columns were matched, and how many are shared, by the query and the
 * one that the others are aligned to, or by all if there are several plots (`isAmongOthers`).
 */
export function alignmentCaption(
  { tensor: shown, queryIndex, alignment }: Matrix,
  isAmongOthers: boolean,
): readonly string[] {
  if (alignment === undefined) return []
  const tensor = openTensorOf(shown)
  const { kind, reference, columnCount, sharedCount, unlike } = alignment
  const { query, column } = wordsOf(tensor)
  const first = labelOf(tensor, reference)
  if (kind === 'position') {
    const reason =
      unlike === undefined
        ? `the file lists no texts of ${column.many}`
        : `the texts of ${first} and ${labelOf(tensor, unlike)} have too little in common`
    return [`Not aligned: ${reason}. Columns are by position.`]
  }
  const count = tensor.queries.length
  const other = queryIndex === reference && count === 2 ? 1 - reference : queryIndex
  const areAll = isAmongOthers || shown.atLayer !== undefined
  if (other === reference || (areAll && count > 2)) {
    const shared = `${grouped(sharedCount)} of ${counted(columnCount, 'column')} are in all ${grouped(count)} ${query.many}`
    return [`${WORDS[kind]}${kind === 'sequence' ? '' : `, to ${first}`}: ${shared}.`]
  }
  const { shared, onlyInA, onlyInB } = countsOf(alignment, tensor, other)
  const only = [
    `${grouped(onlyInA)} only in ${first}`,
    `${grouped(onlyInB)} only in ${labelOf(tensor, other)}`,
  ]
  const parts = onlyInA + onlyInB === 0 ? [] : only
  return [`${WORDS[kind]}: ${[`${grouped(shared)} shared`, ...parts].join(', ')}.`]
}

function labelOf(tensor: Tensor, queryIndex: number): string {
  return isolated(visibleProse(queryOf(tensor, queryIndex).label))
}
