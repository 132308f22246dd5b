import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenText, visibleProse, visibleText } from '../../../src/text/visibleText'
import { anyUnits, NOT_XML } from '../layout/anyText'

describe('visibleText', () => {
  it.each([
    ['the empty text', '', '∅'],
    ['a space', ' the', '␣the'],
    ['a newline', 'a\nb', 'a↵b'],
    ['a return', '\r', '␍'],
    ['a tab', '\t', '⇥'],
    ['a control character', '\u0000\u001b', '␀␛'],
    ['delete', '\u007f', '␡'],
    ['a C1 control character', '\u0085', '\\u0085'],
    ['a space that does not break', 'a\u00a0b', 'a\\u00a0b'],
    ['a space of no width', 'a\u200bb', 'a\\u200bb'],
    ['a soft hyphen', '\u00ad', '\\u00ad'],
    ['a byte order mark', '\ufeffx', '\\ufeffx'],
    ['a direction override', '\u202eabc', '\\u202eabc'],
    ['a direction isolate', '\u2066abc', '\\u2066abc'],
    ['an Arabic letter mark', '\u061ca', '\\u061ca'],
    ['a first half of a pair', '\ud83d', '\\ud83d'],
    ['a second half of a pair', 'a\ude00', 'a\\ude00'],
    ['halves in the wrong order', '\ude00\ud83d', '\\ude00\\ud83d'],
    ['a noncharacter', '\ufffe', '\\ufffe'],
    ['a joiner alone', '\u200d', '\\u200d'],
    ['a variation selector alone', '\ufe0f', '\\ufe0f'],
    ['a variation selector beyond 16 bits', '\u{e0100}', '\\u{e0100}'],
    ['the Ogham space', '\u1680', '\\u1680'],
    ['a Hangul filler', '\u3164', '\\u3164'],
  ])('shows %s', (_, text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })

  it.each(['level', '<script>', ']]>', 'é', 'e\u0301', 'שלום', '你好', '👩‍👩‍👧‍👦', '𝔘', '🏳️‍🌈'])(
    'leaves %s as it is',
    (text) => {
      expect(visibleText(text)).toBe(text)
    },
  )

  it('is never empty, always valid in XML, without white space, and the same when done again', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const shown = visibleText(text)
        expect(shown).not.toMatch(/^$|\s/u)
        expect(shown).not.toMatch(NOT_XML)
        expect(visibleText(shown)).toBe(shown)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('visibleProse', () => {
  it('keeps spaces, and the empty text', () => {
    expect(visibleProse('')).toBe('')
    expect(visibleProse('two words')).toBe('two words')
    expect(visibleProse('two\r\n\tlines')).toBe('two lines')
  })

  it('is always valid in XML, on one line, and the same when done again', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const shown = visibleProse(text)
        expect(shown).not.toMatch(NOT_XML)
        expect(shown).not.toMatch(/[\t\n\r]/u)
        expect(visibleProse(shown)).toBe(shown)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a text of a megabyte', () => {
  it.each([
    ['letters', 'a'],
    ['marks on one letter', '\u0301'],
    ['characters without width', '\u200b'],
    ['joiners', '\u200d'],
    ['halves of pairs', '\ud83d'],
    ['white space', ' \n'],
    ['changes of direction', '\u202e\u05d0'],
    ['emoji of several code points', '👩‍👩‍👧‍👦'],
  ])('of %s is shown by its beginning, with an ellipsis', (_, piece) => {
    const text = piece.repeat(1e6 / piece.length)
    for (const shownOf of [visibleText, givenText, visibleProse]) {
      const shown = shownOf(text)
      // An escape has at most 9 characters.
      expect(shown.length).toBeLessThan(1e5)
      expect(shown).toMatch(/…$/u)
      expect(shown).not.toMatch(NOT_XML)
    }
  })
})
