import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignQueries } from '../../../../src/analysis/alignment/alignQueries'
import { finish } from '../../../../src/analysis/Sliced'
import {
  columnOf,
  columnStartsOf,
  tokenIn,
  tokensIn,
  type Alignment,
} from '../../../../src/tensor/Alignment'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { ragged } from '../ragged'

describe('alignQueries', () => {
  it('aligns queries of one sequence by index', () => {
    const tensor = listed(['a', 'a'], ['a', 'a', 'b'], ['a'])
    expect(aligned(tensor)).toEqual({
      kind: 'sequence',
      reference: 0,
      columnCount: 3,
      sharedCount: 1,
      longest: 1,
    })
    expect(columnsOf(tensor, aligned(tensor))).toEqual(['a a -', 'a a b', 'a - -'])
  })

  it('aligns queries that share one list by index', () => {
    const texts = ['a', 'b', 'c']
    const tensor = { ...listed(texts, texts), tokens: { kind: 'shared', texts } as const }
    expect(aligned(tensor)).toMatchObject({ kind: 'sequence', columnCount: 3, sharedCount: 3 })
  })

  it('goes by position without texts', () => {
    const tensor = ragged([[[1, 2]], [[1, 2, 3]]])
    expect(aligned(tensor)).toEqual({
      kind: 'position',
      reference: 0,
      columnCount: 3,
      sharedCount: 2,
    })
  })

  it('gives equal tokens that the reference lacks one column', () => {
    const tensor = listed(
      ['a', 'b', 'c', 'd', 'e'],
      ['a', 'b', 'new', 'c', 'd', 'e'],
      ['a', 'b', 'old', 'new', 'c', 'd', 'e'],
      ['a', 'b', 'new', 'c', 'e', 'f'],
    )
    expect(columnsOf(tensor, aligned(tensor))).toEqual([
      'a b - - c d e -',
      'a b - new c d e -',
      'a b old new c d e -',
      'a b - new c - e f',
    ])
  })

  it('keeps apart two continuations of one list', () => {
    const tensor = listed(['a', 'b', 'c'], ['a', 'b', 'c', 'x'], ['a', 'b', 'c', 'y'])
    expect(columnsOf(tensor, aligned(tensor))).toEqual(['a b c - -', 'a b c x -', 'a b c - y'])
  })

  it('aligns to a chosen query', () => {
    const tensor = listed(['a', 'b', 'x', 'c'], ['a', 'b', 'y', 'c'])
    expect(columnsOf(tensor, aligned(tensor, 1))).toEqual(['a b - x c', 'a b y - c'])
    expect([...(aligned(tensor, 1).holders ?? [])]).toEqual([1, 1, 1, 0, 1])
    expect(columnsOf(tensor, aligned(tensor, 7))).toEqual(['a b - x c', 'a b y - c'])
  })

  it('groups pieces alike in all queries', () => {
    const tensor = listed(['F', 'ru', 'its', ':'], ['Fru', 'its', ':'], ['F', 'ruits', ':'])
    expect(aligned(tensor).kind).toBe('pieces')
    expect(columnsOf(tensor, aligned(tensor))).toEqual(['F+ru+its :', 'Fru+its :', 'F+ruits :'])
  })

  it('goes by position if one query has too little in common with the reference', () => {
    const tensor = listed(['a', 'b', 'c'], ['a', 'b', 'c', 'd'], ['x', 'y', 'z'])
    expect(aligned(tensor)).toEqual({
      kind: 'position',
      reference: 0,
      unlike: 2,
      columnCount: 4,
      sharedCount: 3,
    })
  })

  it('puts every token of every query into one column, and finds it there', () => {
    const word = fc.constantFrom('a', 'b', 'c', ':', 'ab', '<s>')
    const lists = fc.array(fc.array(word, { maxLength: 8 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(lists, fc.nat({ max: 4 }), (texts, reference) => {
        const tensor = listed(...texts)
        const alignment = aligned(tensor, reference)
        for (const [query, { length }] of texts.entries()) {
          const starts = columnStartsOf(alignment, tensor, query)
          expect(starts).toHaveLength(alignment.columnCount + 1)
          expect([starts[0], starts.at(-1)]).toEqual([0, length])
          for (let token = 0; token < length; token++) {
            const column = columnOf(starts, token)
            expect(tokenIn(starts, column)).toBeLessThanOrEqual(token)
            expect(tokenIn(starts, column) + tokensIn(starts, column)).toBeGreaterThan(token)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})

function aligned(tensor: Tensor, reference = 0): Alignment {
  return finish(alignQueries(tensor, reference))
}

/** A tensor of queries with the given tokens. */
function listed(...texts: readonly (readonly string[])[]): Tensor {
  const tensor = ragged(texts.map((list) => [list.map((_, token) => token)]))
  return { ...tensor, tokens: { kind: 'own', texts } }
}

/** Each query's tokens by column; those of one column are joined by +. */
function columnsOf(tensor: Tensor, alignment: Alignment): string[] {
  const { tokens } = tensor
  return tensor.queries.map((_, query) => {
    const starts = columnStartsOf(alignment, tensor, query)
    const texts = tokens.kind === 'own' ? (tokens.texts[query] ?? []) : []
    return Array.from({ length: alignment.columnCount }, (__, column) =>
      tokensIn(starts, column) === 0
        ? '-'
        : texts.slice(starts[column], starts[column + 1]).join('+'),
    ).join(' ')
  })
}
