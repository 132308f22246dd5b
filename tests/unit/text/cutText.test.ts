import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf, cutText } from '../../../src/text/cutText'

describe('cutText', () => {
  it('leaves a text of up to the length as it is', () => {
    expect(cutText('', 0)).toBe('')
    expect(cutText('abc', 3)).toBe('abc')
    expect(cutText('a😀', 3)).toBe('a😀')
  })

  it('keeps the beginning of a longer one, and marks the cut', () => {
    expect(cutText('abcd', 3)).toBe('abc…')
    expect(cutText('abc', 0)).toBe('…')
  })

  it('never splits a character in two', () => {
    expect(cutText('a😀b', 2)).toBe('a…')
    expect(cutText('😀😀', 2)).toBe('😀…')
    const unpaired = /\p{Cs}/u
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, length) => {
        expect(unpaired.test(cutText(text, length))).toBe(false)
      }),
    )
  })
})

describe('beginningOf', () => {
  it('leaves a text of up to the length as it is, unpaired surrogates too', () => {
    expect(beginningOf('a\ud83d', 2)).toBe('a\ud83d')
    expect(beginningOf('a😀', 2)).toBe('a')
  })
})
