import { describe, expect, it } from 'vitest'
import { alignQueries } from '../../../src/analysis/alignment/alignQueries'
import { finish } from '../../../src/analysis/Sliced'
import { alignmentCaption } from '../../../src/figure/alignmentCaption'
import { matrixOf } from '../../../src/tensor/Matrix'
import { withOrders } from '../../../src/tensor/withOrders'
import { ragged } from '../analysis/ragged'

const TEXT = ['one', 'two', 'three', 'four', 'five', 'six']

interface Shown {
  readonly query?: number
  readonly reference?: number
  readonly isAmongOthers?: boolean
}

/** The caption of a query of a tensor whose queries have these tokens, and the labels A, B … */
function captionOf(
  texts: readonly (readonly string[])[],
  { query = 0, reference = 0, isAmongOthers = false }: Shown = {},
): readonly string[] {
  const tensor = {
    ...ragged(texts.map((list) => [list.map(() => 0)])),
    queries: texts.map((_, q) => ({ label: 'ABCDEF'.charAt(q), position: 9 })),
    tokens: { kind: 'own', texts } as const,
  }
  const alignment = finish(alignQueries(tensor, reference))
  const matrix = withOrders(matrixOf(tensor, query, 'aligned', 'query'), { alignment })
  return alignmentCaption(matrix, isAmongOthers)
}

describe('the caption of an aligned axis', () => {
  const other = [...TEXT.slice(0, 4), 'new', 'six']

  it('counts the columns of two queries, whichever is shown', () => {
    const caption = ['Aligned by text: 5 shared, 1 only in A, 1 only in B.']
    expect(captionOf([TEXT, other])).toEqual(caption)
    expect(captionOf([TEXT, other], { query: 1 })).toEqual(caption)
    expect(captionOf([TEXT, other], { reference: 1 })).toEqual([
      'Aligned by text: 5 shared, 1 only in B, 1 only in A.',
    ])
  })

  it('counts those of a query and the reference among several, and those of all for the reference', () => {
    const texts = [TEXT, other, ['zero', ...TEXT]]
    expect(captionOf(texts, { query: 2 })).toEqual([
      'Aligned by text: 6 shared, 0 only in A, 1 only in C.',
    ])
    const ofAll = ['Aligned by text, to A: 5 of 8 columns are in all 3 queries.']
    expect(captionOf(texts)).toEqual(ofAll)
    expect(captionOf(texts, { query: 1, isAmongOthers: true })).toEqual(ofAll)
  })

  it('says that columns are by index in one sequence, or by the characters of pieces', () => {
    expect(captionOf([TEXT, TEXT.slice(0, 4)])).toEqual([
      'Aligned by index in one sequence: 4 shared, 2 only in A, 0 only in B.',
    ])
    expect(
      captionOf([
        ['a', 'b', 'c'],
        ['ab', 'c'],
      ]),
    ).toEqual([
      'Aligned by characters, and several pieces in one column show their mean: 2 shared.',
    ])
  })

  it('says why columns are not aligned', () => {
    expect(captionOf([TEXT, other, ['x', 'y', 'z']], { query: 1 })).toEqual([
      'Not aligned: the texts of A and C have too little in common. Columns are by position.',
    ])
  })

  it('is none on another axis', () => {
    const tensor = ragged([[[1]], [[1]]])
    expect(alignmentCaption(matrixOf(tensor, 0, 'position', 'query'), false)).toEqual([])
    const alignment = finish(alignQueries(tensor))
    const matrix = withOrders(matrixOf(tensor, 0, 'aligned', 'query'), { alignment })
    expect(alignmentCaption(matrix, false)).toEqual([
      'Not aligned: the file lists no texts of tokens. Columns are by position.',
    ])
  })
})
