import { describe, expect, it } from 'vitest'
import { searchTokens } from '../../../src/app/figure/searchTokens'
import { tensorOfRows } from '../tensor/anyTensor'

describe('searchTokens', () => {
  const texts = ['The', ' sky', '\n', '12', 'a\u202eb', '[é]']
  const tensor = {
    ...tensorOfRows([texts.map(() => 1)]),
    tokens: { kind: 'shared', texts } as const,
    firstIndex: 10,
  }

  it.each<[string, string, number[]]>([
    ['nothing', '', []],
    ['a text in upper or lower case', 'SKY', [1]],
    ['a space as the tokenizer gave it', ' s', [1]],
    ['a space as it is shown', '␣s', [1]],
    ['a newline as it is shown', '↵', [2]],
    ['a character that is shown as its escape', '\\u202e', [4]],
    ['a text that is not ASCII', 'É', [5]],
    ['an index in the sequence, and the same text', '12', [2, 3]],
    ['an index before the first token', '9', []],
    ['an index behind the last token', '16', []],
    ['no index with a zero before it', '010', []],
  ])('finds %s', (_, search, hits) => {
    expect(searchTokens(tensor, 0, search)).toEqual(hits)
  })

  it('finds an index at once in a past of two thousand million tokens without texts', () => {
    const count = 2 ** 31 - 1
    const far = { ...tensorOfRows([[1]]), tokenCounts: Uint32Array.of(count) }
    expect(searchTokens(far, 0, '2000000000')).toEqual([2_000_000_000])
    expect(searchTokens(far, 0, 'a')).toEqual([])
    expect(searchTokens(far, 0, String(count))).toEqual([])
  })
})
