import { describe, expect, it } from 'vitest'
import { finish } from '../../../../src/analysis/Sliced'
import { searchTokens } from '../../../../src/app/derive/tokenHits'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { tensorOf, tensorOfRows } from '../../tensor/anyTensor'

function tensorWith(texts: readonly string[], firstIndex = 0): Tensor {
  const tensor = tensorOfRows([texts.map(() => 0)], { firstIndex })
  return { ...tensor, tokens: { kind: 'shared', texts } }
}

function found(...search: Parameters<typeof searchTokens>): readonly number[] {
  return finish(searchTokens(...search))
}

describe('searchTokens', () => {
  it('for nothing finds nothing', () => {
    expect(found(tensorWith(['', 'a']), 0, '')).toEqual([])
  })

  it('in a past without tokens finds nothing', () => {
    expect(found(tensorWith([]), 0, 'a')).toEqual([])
  })

  it('finds every token that holds the text, in either case, in order', () => {
    const tensor = tensorWith([' Level', 'wrench', 'leVEL', ':', 'eve'])
    expect(found(tensor, 0, 'EVE')).toEqual([0, 2, 4])
    expect(found(tensor, 0, 'absent')).toEqual([])
  })

  it('finds equal texts as the different tokens that they are', () => {
    expect(found(tensorWith(['a', ':', 'b', ':']), 0, ':')).toEqual([1, 3])
  })

  it('finds a token by the text that its pieces read as', () => {
    const tensor = tensorWith(['Ġthe', 'the', 'æĹ', '¥', 'Ċ'])
    expect(found(tensor, 0, ' the', 'bpe')).toEqual([0])
    expect(found(tensor, 0, 'Ġ', 'bpe')).toEqual([0])
    expect(found(tensor, 0, 'the', 'bpe')).toEqual([0, 1])
    expect(found(tensor, 0, '日', 'bpe')).toEqual([2])
    expect(found(tensor, 0, '↵', 'bpe')).toEqual([4])
    expect(found(tensor, 0, '日')).toEqual([])
  })

  it('finds white space as it is, and by its marks', () => {
    const tensor = tensorWith([' the', 'the', '\n', ''])
    expect(found(tensor, 0, ' the')).toEqual([0])
    expect(found(tensor, 0, '␣t')).toEqual([0])
    expect(found(tensor, 0, '\n')).toEqual([2])
    expect(found(tensor, 0, '↵')).toEqual([2])
    expect(found(tensor, 0, '∅')).toEqual([3])
  })

  it('finds a token by its index in the sequence, besides the texts that hold the number', () => {
    const tensor = tensorWith(['x', '12', 'y', 'z'], 10)
    expect(found(tensor, 0, '12')).toEqual([1, 2])
    expect(found(tensor, 0, '1')).toEqual([1])
  })

  it('without texts finds tokens by index', () => {
    expect(found(tensorOfRows([[0, 0, 0]]), 0, '2')).toEqual([2])
  })

  it('searches the query’s own tokens', () => {
    const query = { rows: [[0, 0]], uncoveredCount: 0, gap: 0 }
    const spec = { queries: [query, query], align: 'start', firstIndex: 0 } as const
    const tensor = tensorOf({ ...spec, tokenKind: 'own' })
    expect(found(tensor, 0, '1:')).toEqual([])
    expect(found(tensor, 1, '1:')).toEqual([0, 1])
  })

  it('takes no text for a pattern', () => {
    expect(found(tensorWith(['a.b', 'axb', '(']), 0, '.')).toEqual([0])
    expect(found(tensorWith(['a.b', 'axb', '(']), 0, '(')).toEqual([2])
  })

  it('finds an index at once in a past of two thousand million tokens without texts', () => {
    const count = 2 ** 31 - 1
    const far = { ...tensorOfRows([[1]]), tokenCounts: Uint32Array.of(count) }
    expect(found(far, 0, '2000000000')).toEqual([2_000_000_000])
    expect(found(far, 0, 'a')).toEqual([])
    expect(found(far, 0, String(count))).toEqual([])
  })

  it.each(['9', '16', '010'])('finds no token by %s, which is no index of one', (search) => {
    expect(found(tensorWith(['a', 'b', 'c', 'd', 'e', 'f'], 10), 0, search)).toEqual([])
  })
})
