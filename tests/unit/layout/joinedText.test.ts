import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytePairBytes, CONTINUES, joinedText } from '../../../src/layout/joinedText'

/** What each of a sequence of byte tokens reads as. */
function read(tokens: readonly (readonly number[] | undefined)[]): string[] {
  return tokens.map((_, k) => joinedText((offset) => tokens[k + offset]))
}

function bytesOf(text: string): number[] {
  return [...new TextEncoder().encode(text)]
}

describe('tokens made of bytes', () => {
  it('of no byte read as nothing', () => {
    expect(read([[]])).toEqual([''])
    expect(joinedText(() => undefined)).toBe('')
  })

  it('show a split character once, at its first token', () => {
    const [lead = 0, middle = 0, last = 0] = bytesOf('日')
    expect(read([[lead, middle], [last]])).toEqual(['日', CONTINUES])
    expect(read([[lead], [middle], [last]])).toEqual(['日', CONTINUES, CONTINUES])
    expect(
      read([
        [0x61, lead],
        [middle, last, 0x62],
      ]),
    ).toEqual(['a日', `${CONTINUES}b`])
  })

  it('spell out bytes that make no character', () => {
    expect(read([[0xe6, 0x97]])).toEqual(['\\xe6\\x97'])
    const apart = read([[0xe6], undefined, [0x97, 0xa5]])
    expect([apart[0], apart[2]]).toEqual(['\\xe6', '\\x97\\xa5'])
    expect(read([[0xc0, 0x80]])).toEqual(['\\xc0\\x80'])
    expect(read([[0xed, 0xa0, 0x80]])).toEqual(['\\xed\\xa0\\x80'])
    expect(read([[0xff], [0x41]])).toEqual(['\\xff', 'A'])
  })

  it('read as the text that was cut, wherever it was cut', () => {
    const anyCut = fc.tuple(
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
    )
    fc.assert(
      fc.property(anyCut, ([text, lengths]) => {
        const pieces = cut(bytesOf(text), lengths)
        expect(read(pieces).join('').replaceAll(CONTINUES, '')).toBe(text.replaceAll(CONTINUES, ''))
      }),
    )
  })
})

describe('pieces of byte-level BPE', () => {
  it('are not as long as a megabyte', () => {
    expect(bytePairBytes('é'.repeat(1000))).toHaveLength(1000)
    expect(bytePairBytes('é'.repeat(1e6))).toBeUndefined()
  })

  /** As published: what is printed stands for itself, the other 68 bytes follow from U+0100 on. */
  const moved = [...Array.from({ length: 33 }, (_, k) => k), ...range(127, 160), 173]
  const characters = range(0, 255).map((byte) => {
    const at = moved.indexOf(byte)
    return String.fromCharCode(at < 0 ? byte : 256 + at)
  })

  it('stand for all 256 bytes, each by one character', () => {
    expect(new Set(characters).size).toBe(256)
    expect(bytePairBytes(characters.join(''))).toEqual(range(0, 255))
  })

  it.each([
    ['Ġthe', ' the'],
    ['Ċ', '\n'],
    ['čĊ', '\r\n'],
    ['ĉ', '\t'],
    ['Ã©', 'é'],
    ['æĹ¥', '日'],
    ['ðŁĺĬ', '😊'],
    ['âĢĻ', '’'],
    ['<|endoftext|>', '<|endoftext|>'],
  ])('%s is %j', (piece, text) => {
    expect(bytePairBytes(piece)).toEqual(bytesOf(text))
  })

  it('are not texts that hold a space, or characters of other scripts', () => {
    expect(bytePairBytes('a b')).toBeUndefined()
    expect(bytePairBytes('日')).toBeUndefined()
  })
})

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k)
}

function cut(bytes: readonly number[], lengths: readonly number[]): number[][] {
  const pieces: number[][] = []
  for (let at = 0, k = 0; at < bytes.length; k++) {
    const length = lengths[k % lengths.length] ?? 1
    pieces.push(bytes.slice(at, at + length))
    at += length
  }
  return pieces
}
