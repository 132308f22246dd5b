import { describe, expect, it } from 'vitest'
import { labelMode } from '../../../src/layout/labelMode'
import { type TokenLists } from '../../../src/tensor/Tensor'

function shared(texts: readonly string[]): TokenLists {
  return { kind: 'shared', texts }
}

const words = Array.from({ length: 5000 }, (_, k) => `w${k}`)

describe('token texts are read', () => {
  it('as they are where there are none', () => {
    expect(labelMode('auto', { kind: 'none' })).toBe('visible')
    expect(labelMode('auto', shared([]))).toBe('visible')
    expect(labelMode('auto', { kind: 'own', texts: [[], []] })).toBe('visible')
  })

  it.each([
    ['bpe', ['The', 'Ġcat', 'Ġsat', '.']],
    ['bpe', ['æĹ', '¥', 'æľ', '¬']],
    ['bpe', ['def', 'Ċ', 'ĉ', 'return']],
    ['bpe', ['<|endoftext|>', 'caf', 'Ã©']],
    ['sentencepiece', ['<s>', '▁The', '▁cat', 's']],
    ['sentencepiece', ['<0xE6>', '<0x97>', '<0xA5>']],
    ['wordpiece', ['[CLS]', 'un', '##aff', '##able', '[SEP]']],
    ['visible', ['The', ' cat', ' sat', '.']],
    ['visible', ['', ' ', '\n', '##', '#', '<0x>', 'naïve', 'éà', 'шлем', '日本']],
    ['visible', ['Il', ' Ġunju', ' u', ' Ġimgħa']],
  ] as const)('as %s by their signs: %j', (mode, texts) => {
    expect(labelMode('auto', shared(texts))).toBe(mode)
  })

  it('by a sample that is spread over a long list, and over many', () => {
    const late = words.map((word, k) => (k > 2500 ? `Ġ${word}` : word))
    expect(labelMode('auto', shared(late))).toBe('bpe')
    expect(labelMode('auto', { kind: 'own', texts: [words.slice(0, 9), late] })).toBe('bpe')
  })

  it('as plain where one piece in a long list is a coincidence', () => {
    expect(labelMode('auto', shared(['Ġunju', ...words]))).toBe('visible')
  })

  it('as the reader chose, whatever they are', () => {
    expect(labelMode('given', shared(['Ġcat']))).toBe('given')
    expect(labelMode('bpe', { kind: 'none' })).toBe('bpe')
  })
})
