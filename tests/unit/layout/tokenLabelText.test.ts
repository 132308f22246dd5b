import { axesOf } from '../../../src/tensor/Axes'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  labelMode,
  pieceText,
  splitBytes,
  tokenLabelText,
} from '../../../src/layout/tokenLabelText'
import { type LabelMode } from '../../../src/tensor/Matrix'
import { type Tensor, type TokenLists } from '../../../src/tensor/Tensor'
import { tensorOfRows } from '../tensor/anyTensor'
import { anyTokenText, NOT_XML } from './anyText'

const modes: readonly LabelMode[] = ['given', 'visible', 'bpe', 'sentencepiece', 'wordpiece']

function tensorWith(texts: readonly string[]): Tensor {
  return { ...tensorOfRows([texts.map(() => 0)]), tokens: { kind: 'shared', texts } }
}

function labelsOf(mode: LabelMode, ...texts: readonly string[]): (string | undefined)[] {
  const tensor = tensorWith(texts)
  return texts.map((_, token) => tokenLabelText(tensor, 0, token, mode))
}

describe('a token is labelled', () => {
  it('not at all where there is no text', () => {
    expect(tokenLabelText(tensorOfRows([[0]]), 0, 0, 'bpe')).toBeUndefined()
    expect(tokenLabelText(tensorWith(['a']), 0, 1, 'bpe')).toBeUndefined()
  })

  it('as given, with spaces that are spaces', () => {
    expect(labelsOf('given', ' the', '  ', '', 'a\nb', 'Ġa')).toEqual([
      ' the',
      '␣␣',
      '∅',
      'a↵b',
      'Ġa',
    ])
  })

  it('with its white space marked', () => {
    expect(labelsOf('visible', ' the', '', 'Ġa')).toEqual(['␣the', '∅', 'Ġa'])
  })

  it('by the bytes of its pieces, joined over tokens', () => {
    expect(labelsOf('bpe', 'Ġthe', 'Ċ', 'æĹ', '¥', 'a b', '日', '')).toEqual([
      '␣the',
      '↵',
      '日',
      '⋯',
      'a␣b',
      '日',
      '∅',
    ])
  })

  it('by SentencePiece’s marks and bytes', () => {
    expect(
      labelsOf('sentencepiece', '▁the', '▁', 's', '<0xE6>', '<0x97>', '<0xA5>', '<s>'),
    ).toEqual(['␣the', '␣', 's', '日', '⋯', '⋯', '<s>'])
  })

  it('by the pieces of a word', () => {
    expect(labelsOf('wordpiece', 'un', '##able', '##', '#')).toEqual(['un', '⋯able', '##', '#'])
  })

  it.each(modes)('visibly and validly in mode %s, whatever its text', (mode) => {
    fc.assert(
      fc.property(fc.array(anyTokenText, { minLength: 1, maxLength: 4 }), (texts) => {
        for (const label of labelsOf(mode, ...texts)) {
          expect(label?.trim()).not.toBe('')
          expect(label).not.toMatch(NOT_XML)
          expect(label).not.toMatch(/[\n\r\t\u202e]/u)
        }
      }),
    )
  })
})

it('a piece by itself is as it reads, and as given where it is a part of a character', () => {
  expect(['Ġthe', 'Ã©', 'æĹ', 'é', ''].map((piece) => pieceText(piece, 'bpe'))).toEqual([
    '␣the',
    'é',
    'æĹ',
    'é',
    '∅',
  ])
  expect(pieceText('▁the', 'sentencepiece')).toBe('␣the')
  expect(pieceText('##able', 'wordpiece')).toBe('⋯able')
  expect(pieceText(' the', 'given')).toBe('␣the')
})

it('bytes are told of a piece that holds parts of characters only', () => {
  expect(splitBytes('æĹ', 'bpe')).toBe('e6 97')
  expect(splitBytes('¥', 'bpe')).toBe('a5')
  expect(splitBytes('æĹ¥', 'bpe')).toBeUndefined()
  expect(splitBytes('Ġthe', 'bpe')).toBeUndefined()
  expect(splitBytes('<0xE6>', 'sentencepiece')).toBe('e6')
  expect(splitBytes('æĹ', 'visible')).toBeUndefined()
})

function shared(texts: readonly string[]): TokenLists {
  return { kind: 'shared', texts }
}

const words = Array.from({ length: 5000 }, (_, k) => `w${k}`)

describe('token texts are read', () => {
  it('keeps the spaces of labels that are no tokens, unless some begin with white space', () => {
    const axes = axesOf({ column: 'Feature' })
    expect(labelMode('auto', shared(['past tense', 'noun']), axes)).toBe('given')
    expect(labelMode('auto', shared(['The', ' past', ' tense']), axes)).toBe('visible')
    expect(labelMode('auto', shared(['Ġpast', 'Ġtense']), axes)).toBe('bpe')
    expect(labelMode('visible', shared(['past tense']), axes)).toBe('visible')
  })

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
