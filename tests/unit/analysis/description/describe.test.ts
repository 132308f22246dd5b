import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describe as textOf } from '../../../../src/analysis/description/describe'
import { alignQueries } from '../../../../src/analysis/alignment/alignQueries'
import { finish } from '../../../../src/analysis/Sliced'
import { statisticsOf } from '../../../../src/analysis/Statistics'
import { plainWriting } from '../../../../src/analysis/description/Writing'
import { matrixOf, type Axis, type MatrixWidth } from '../../../../src/tensor/Matrix'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { withOrders } from '../../../../src/tensor/withOrders'
import { ragged } from '../ragged'

interface Shown {
  readonly axis?: Axis
  readonly width?: MatrixWidth
  readonly isUpward?: boolean
}

/** The description of the first query; spaces are marked where token texts are made visible. */
function said(
  tensor: Tensor,
  { axis = 'distance', width = 'query', isUpward }: Shown = {},
): string {
  return textOf(matrixOf(tensor, 0, axis, width), statisticsOf(tensor, 0), {
    writing: plainWriting({ visibleText: (text) => text.replace(/ /g, '␣') }),
    ...(isUpward === undefined ? {} : { isUpward }),
  })
}

describe('description of a matrix', () => {
  it('says that there are no cells', () => {
    const expected = 'Heatmap of cosine similarity for Meta Token #1: '
    expect(said(ragged([[]]))).toBe(`${expected}0 layers by 0 past tokens. It has no cells.`)
    expect(said(ragged([[[]]]))).toBe(`${expected}1 layer by 0 past tokens. It has no cells.`)
  })

  it('says the only value of one cell', () => {
    expect(said(ragged([[[0.3]]], { texts: ['level'] }))).toBe(
      'Heatmap of cosine similarity for Meta Token #1: 1 layer by 1 past token. ' +
        'Its only column is the token 1 back. The only cell with a value is layer 0, token 0 "level" (1 back), 0.3.',
    )
  })

  it('says which columns of an aligned axis the query does not have, and counts none of their cells', () => {
    const texts = [
      ['a', 'b', 'c', 'd', 'e'],
      ['a', 'b', 'x', 'y', 'c', 'd', 'e'],
    ]
    const tensor: Tensor = {
      ...ragged([[[1, 2, 3, 4, NaN], [1]], [[1, 2, 3, 4, 5, 6, 7]]]),
      tokens: { kind: 'own', texts },
    }
    const alignment = finish(alignQueries(tensor))
    const matrix = withOrders(matrixOf(tensor, 0, 'aligned', 'query'), { alignment })
    const text = textOf(matrix, statisticsOf(tensor, 0), {
      writing: plainWriting({ visibleText: String }),
    })
    expect(text).toContain('2 layers by 5 past tokens.')
    expect(text).toContain(
      'Columns run aligned in all queries, from column 0 at the left to column 6 at the right. 2 of them are not in this query.',
    )
    expect(text).toContain('Of 10 cells, 1 is missing and 4 are padding.')
  })

  it('says what one cell without a value is', () => {
    expect(said(ragged([[[NaN]]]))).toMatch(
      /Its only column is the token 1 back\. Its only cell is missing\.$/,
    )
    expect(said(ragged([[[-Infinity]]]))).toMatch(/Its only cell is −Infinity\.$/)
  })

  it('says that all are missing, or all padding, and no range', () => {
    const missing = said(
      ragged([
        [
          [NaN, NaN],
          [NaN, NaN],
        ],
      ]),
    )
    expect(missing).toMatch(/\. All 4 cells are missing\.$/)
    expect(missing).not.toMatch(/highest|median|value/)
    expect(said(ragged([[[], []]], { texts: ['a', 'b'] }))).toMatch(/\. All 4 cells are padding\.$/)
  })

  it('says that all values are equal, once', () => {
    const text = said(
      ragged([
        [
          [0.3, 0.3],
          [0.3, NaN],
        ],
      ]),
    )
    expect(text).toMatch(/\. All 3 values are 0\.3\. Of 4 cells, 1 is missing\.$/)
    expect(text).not.toMatch(/highest|lowest/)
  })

  it('names the highest and the lowest cell with their indices, equal texts or not', () => {
    const texts = [':', 'a', ':', 'b']
    const tensor = ragged(
      [
        [
          [0.01, 0, 0.04, 0],
          [-0.03, 0, 0, 0],
        ],
      ],
      { texts },
    )
    expect(said(tensor)).toBe(
      'Heatmap of cosine similarity for Meta Token #1: 2 layers by 4 past tokens. ' +
        'Columns run by distance, nearest first, from the token 1 back at the left to the token 4 back at the right. ' +
        'The highest cell is layer 0, token 2 ":" (2 back), 0.04; ' +
        'the lowest is layer 1, token 0 ":" (4 back), −0.03. The median is 0.',
    )
  })

  it('counts tokens and layers by their indices, whatever the labels are', () => {
    const tensor = {
      ...ragged(
        [
          [
            [1, 2],
            [3, 5],
          ],
        ],
        { firstIndex: 7 },
      ),
      layerLabels: [0, 'last one'],
    }
    const text = said(tensor, { axis: 'position', isUpward: true })
    expect(text).toContain('from token 7 at the left to token 8 at the right.')
    expect(text).toContain('from layer 0 at the bottom to layer "last␣one" (index 1) at the top.')
    expect(text).toContain('layer "last␣one" (index 1), token 8 (1 back), 5.0;')
    expect(said(tensor, { isUpward: false })).toContain('from layer 0 at the top to ')
  })

  it('counts what has no value', () => {
    const tensor = ragged([
      [
        [0, 1, NaN, NaN, Infinity],
        [2, -Infinity],
      ],
    ])
    expect(said(tensor)).toMatch(
      /Of 10 cells, 2 are missing, 1 is \+Infinity, 1 is −Infinity and 3 are padding\.$/,
    )
  })

  it('counts the padding of a matrix that is as wide as the longest query', () => {
    const tensor = ragged([[[1, 2]], [[1, 2, 3, 4, 5]]])
    const text = said(tensor, { width: 'all' })
    expect(text).toContain('1 layer by 2 past tokens, padded to 5 columns. ')
    expect(text).toContain('to the token 5 back at the right. ')
    expect(text).toMatch(/Of 5 cells, 3 are padding\.$/)
  })

  it('makes texts visible, keeps the spaces of prose, and cuts long tokens', () => {
    const tensor = {
      ...ragged([[[0.5]]], { texts: [` ${'😀'.repeat(50)}`] }),
      metric: 'dot\n product',
    }
    const text = said(tensor)
    expect(text).toContain('Heatmap of dot product for Meta Token #1: ')
    expect(text).toContain(`"␣${'😀'.repeat(29)}…"`)
    expect(said({ ...tensor, metric: ' ' })).toMatch(/^Heatmap of values for /)
  })

  it('has two to six sentences, the same each time', () => {
    const value = fc.oneof(
      fc.integer({ min: -2, max: 2 }),
      fc.constantFrom(NaN, Infinity, -Infinity),
    )
    const layers = fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 3 })
    fc.assert(
      fc.property(layers, fc.boolean(), (rows, isUpward) => {
        const text = said(ragged([rows]), { isUpward })
        const count = text.split(/\.(?: |$)/).length - 1
        expect(count).toBeGreaterThanOrEqual(2)
        expect(count).toBeLessThanOrEqual(6)
        expect(said(ragged([rows]), { isUpward })).toBe(text)
        expect(text).not.toMatch(/undefined|NaN| 1 cells| 1 layers/)
      }),
    )
  })
})
