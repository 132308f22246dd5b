import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTexts, type Aligned } from '../../../../src/analysis/alignment/alignTexts'
import { tokensIn, type ColumnStarts } from '../../../../src/tensor/Alignment'

/** A list of the few texts of an alphabet, so that they repeat. */
const anyTexts = fc.array(fc.constantFrom('a', 'b', ':', 'ab', ''), { maxLength: 9 })

const isSpecial = (text: string): boolean => text.startsWith('<')

describe('alignTexts', () => {
  it('puts every token of both lists into exactly one column, in order', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, (a, b) => {
        const aligned = alignTexts(a, b)
        expect(columnsOf(a, aligned.a).flat()).toEqual(a)
        expect(columnsOf(b, aligned.b).flat()).toEqual(b)
        expect(aligned.a).toHaveLength(aligned.b.length)
        for (let column = 0; column < aligned.a.length - 1; column++) {
          expect(tokensIn(aligned.a, column) + tokensIn(aligned.b, column)).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('shares a column only among equal texts, unless columns are by position', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, (a, b) => {
        const aligned = alignTexts(a, b)
        fc.pre(aligned.kind !== 'position')
        const shared = columnsOf(a, aligned.a)
          .map((pieces, column) => [pieces, columnsOf(b, aligned.b)[column] ?? []])
          .filter((sides) => sides.every(({ length }) => length > 0))
        expect(shared.map(([pieces = []]) => pieces.join(''))).toEqual(
          shared.map(([, others = []]) => others.join('')),
        )
      }),
    )
  })

  it('is the identity for a list and itself', () => {
    fc.assert(
      fc.property(anyTexts, (texts) => {
        const { kind, a, b, shared, onlyInA, onlyInB } = alignTexts(texts, texts)
        expect({ kind, shared, onlyInA, onlyInB }).toEqual({
          kind: 'sequence',
          shared: texts.length,
          onlyInA: 0,
          onlyInB: 0,
        })
        expect([...a]).toEqual([...b])
        expect([...a]).toEqual(Array.from({ length: texts.length + 1 }, (_, token) => token))
      }),
    )
  })

  it('shares as many columns both ways', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, (a, b) => {
        const there = alignTexts(a, b)
        const back = alignTexts(b, a)
        expect([back.kind, back.shared, back.onlyInB, back.onlyInA]).toEqual([
          there.kind,
          there.shared,
          there.onlyInA,
          there.onlyInB,
        ])
      }),
    )
  })

  it('shares the longest common subsequence, or gives up', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, (a, b) => {
        const { kind, shared, gaveUp } = alignTexts(a, b)
        fc.pre(kind === 'text' || kind === 'position')
        const longest = commonLength(a, b)
        const edits = a.length + b.length - 2 * longest
        expect(gaveUp).toBe(edits > Math.floor((a.length + b.length) / 3))
        expect(kind === 'position' || shared === longest).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves k of many tokens unaligned if k are removed', () => {
    const removals = fc.uniqueArray(fc.nat({ max: 99 }), { minLength: 1, maxLength: 30 })
    const all = Array.from({ length: 100 }, (_, token) => `w${token}`)
    fc.assert(
      fc.property(removals, (removed) => {
        const rest = all.filter((_, token) => !removed.includes(token))
        const { shared, onlyInA, onlyInB } = alignTexts(all, rest)
        expect([shared, onlyInA, onlyInB]).toEqual([rest.length, removed.length, 0])
      }),
    )
  })

  it('counts the tokens of list recall that only one prompt has', () => {
    const a = ['Fruits', ':', 'apple', ',', 'plum', '.', 'List', ':', '_PAUSE_']
    const b = ['Fruits', ':', 'apple', ',', 'pear', '.', 'A', 'List', ':', '_PAUSE_']
    expect(counts(alignTexts(a, b))).toEqual({ kind: 'text', shared: 8, onlyInA: 1, onlyInB: 2 })
  })

  it('tells texts apart by letter case', () => {
    const a = ['a', 'b', 'c', 'd']
    const b = ['a', 'B', 'c', 'd']
    expect(counts(alignTexts(a, b))).toEqual({ kind: 'text', shared: 3, onlyInA: 1, onlyInB: 1 })
  })

  it('begins with the columns of the shorter list if it begins the longer one', () => {
    const aligned = alignTexts(['a', 'a'], ['a', 'a', 'b'])
    expect(counts(aligned)).toEqual({ kind: 'sequence', shared: 2, onlyInA: 0, onlyInB: 1 })
    expect(columnsOf(['a', 'a', 'b'], aligned.b)).toEqual([['a'], ['a'], ['b']])
    expect(counts(alignTexts([], ['a']))).toEqual({
      kind: 'sequence',
      shared: 0,
      onlyInA: 0,
      onlyInB: 1,
    })
    expect(counts(alignTexts([], []))).toEqual({
      kind: 'sequence',
      shared: 0,
      onlyInA: 0,
      onlyInB: 0,
    })
  })

  it('groups pieces of one text by the characters that they cover', () => {
    const a = ['我', '喜欢', '水果', '。']
    const b = ['我喜', '欢', '水', '果', '。']
    const aligned = alignTexts(a, b)
    expect(counts(aligned)).toEqual({ kind: 'pieces', shared: 3, onlyInA: 0, onlyInB: 0 })
    expect(columnsOf(a, aligned.a)).toEqual([['我', '喜欢'], ['水果'], ['。']])
    expect(columnsOf(b, aligned.b)).toEqual([['我喜', '欢'], ['水', '果'], ['。']])
  })

  it('groups the pieces of a text that is the beginning of another', () => {
    const aligned = alignTexts(['F', 'ruits', ':'], ['Fruits', ':', ' apple'])
    expect(counts(aligned)).toEqual({ kind: 'pieces', shared: 2, onlyInA: 0, onlyInB: 1 })
  })

  it('does not take a special token for a part of a text', () => {
    const a = ['a', '<s>', 'b', 'c', 'd', 'e', 'f']
    const b = ['a', '<', 's>', 'b', 'c', 'd', 'e', 'f']
    expect(counts(alignTexts(a, b))).toMatchObject({ kind: 'pieces', shared: 7 })
    expect(counts(alignTexts(a, b, { isSpecial }))).toEqual({
      kind: 'text',
      shared: 6,
      onlyInA: 1,
      onlyInB: 2,
    })
  })

  it('gives up on texts that share no token, and then goes by position', () => {
    const aligned = alignTexts(['a', 'b'], ['x', 'y', 'z'])
    expect(aligned.gaveUp).toBe(true)
    expect(counts(aligned)).toEqual({ kind: 'position', shared: 2, onlyInA: 0, onlyInB: 1 })
  })

  it('aligns 10,000 tokens of which some differ, and gives up on the same ones in another order', () => {
    const words = Array.from({ length: 10_000 }, (_, token) => `w${(token * 7919) % 3000}`)
    const edited = words.map((word, token) => (token % 20 === 7 ? `x${token}` : word))
    expect(counts(alignTexts(words, edited))).toEqual({
      kind: 'text',
      shared: 9500,
      onlyInA: 500,
      onlyInB: 500,
    })
    const shuffled = words.map((_, token) => words[(token * 4273) % 10_000] ?? '')
    expect(alignTexts(words, shuffled).gaveUp).toBe(true)
  })
})

function counts({ kind, shared, onlyInA, onlyInB }: Aligned): Omit<Aligned, 'a' | 'b' | 'gaveUp'> {
  return { kind, shared, onlyInA, onlyInB }
}

/** The texts in each column. */
function columnsOf(texts: readonly string[], starts: ColumnStarts): string[][] {
  return Array.from({ length: starts.length - 1 }, (_, column) =>
    texts.slice(starts[column], starts[column + 1]),
  )
}

/** Length of the longest common subsequence, by all subsequences of prefixes. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let before = b.map(() => 0)
  for (const text of a) {
    const row: number[] = []
    for (const [j, other] of b.entries()) {
      const kept = (j === 0 ? 0 : (before[j - 1] ?? 0)) + 1
      row.push(text === other ? kept : Math.max(before[j] ?? 0, row[j - 1] ?? 0))
    }
    before = row
  }
  return before.at(-1) ?? 0
}
