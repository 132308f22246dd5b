import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ELLIPSIS, shorten, shortenTogether, wrapText } from '../../../src/layout/shorten'
import { widthOf } from '../../../src/layout/TextStyle'
import { screenStyle } from '../../../src/layout/LayoutStyle'
import { visibleText } from '../../../src/text/visibleText'
import { anyTokenText, NOT_XML } from './anyText'

const { title, token } = screenStyle

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

describe('shorten', () => {
  it('leaves a text that fits, also the empty one', () => {
    expect(shorten('', 0, token)).toBe('')
    expect(shorten('level', widthOf('level', token), token)).toBe('level')
  })

  it('ends what does not fit with an ellipsis', () => {
    expect(shorten('tokenization', widthOf('token…', token), token)).toBe(`token${ELLIPSIS}`)
  })

  it('is empty where not even the ellipsis fits', () => {
    expect(shorten('tokenization', 3, token)).toBe('')
  })

  it('takes a family of four or a flag whole, or leaves it out', () => {
    const family = '👩‍👩‍👧‍👦'
    const room = widthOf(`${family}${ELLIPSIS}`, token) + 0.01
    expect(shorten(family.repeat(3), room, token)).toBe(`${family}${ELLIPSIS}`)
    expect(shorten(family.repeat(3), room - 1, token)).toBe(ELLIPSIS)
  })

  it('is at most as wide as it may be, a beginning of the text, cut between graphemes', () => {
    fc.assert(
      fc.property(
        anyTokenText.map(visibleText),
        fc.double({ min: 0, max: 300, noNaN: true }),
        check,
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    ['letters', 'x'.repeat(10_000)],
    ['marks beyond 16 bits', `x${'\u{e0100}'.repeat(5000)}`],
    ['marks', `x${'\u0301'.repeat(10_000)}`],
    ['emoji', '👍🏽'.repeat(2500)],
    ['a million characters', 'ab '.repeat(333_333)],
  ])('keeps little of a long text of %s', (_, text) => {
    const short = shorten(text, 100, token)
    expect(short.length).toBeLessThan(300)
    expect(short).not.toMatch(NOT_XML)
    expect(widthOf(short, token)).toBeLessThanOrEqual(100)
  })
})

function check(text: string, maxWidth: number): void {
  const short = shorten(text, maxWidth, token)
  expect(widthOf(short, token)).toBeLessThanOrEqual(maxWidth)
  expect(short).not.toMatch(NOT_XML)
  if (short === text || short === '') return
  const kept = short.slice(0, -ELLIPSIS.length)
  expect(short.endsWith(ELLIPSIS)).toBe(true)
  expect(text.startsWith(kept)).toBe(true)
  const ends = new Set([0])
  for (const { index, segment } of segmenter.segment(text.slice(0, kept.length + 100))) {
    ends.add(index + segment.length)
  }
  expect(ends).toContain(kept.length)
}

/** The texts shortened to the width of a model. */
function together(texts: readonly string[], model: string): readonly string[] {
  return shortenTogether(texts, () => widthOf(model, token) + 0.01, token)
}

describe('shortenTogether', () => {
  it('leaves what fits, and beginnings that differ', () => {
    expect(together(['one', 'two'], 'three')).toEqual(['one', 'two'])
    expect(together(['alphabetical', 'betatron'], 'alph…')).toEqual(['alph…', 'beta…'])
  })

  it('keeps the ends of names that differ there only, and whole numbers', () => {
    const names = ['transformer.h.10', 'transformer.h.11', 'embed']
    expect(together(names, 'transf…11')).toEqual(['transf…10', 'transf…11', 'embed'])
  })

  it('keeps the middle of names that differ there only', () => {
    const names = ['blocks.9.hook_resid_post', 'blocks.10.hook_resid_post']
    const [nine, ten] = together(names, 'bloc…10…')
    expect([nine, ten]).toEqual(['block…9…', 'bloc…10…'])
  })

  it('shortens at the end what is the same, or where an end does not fit either', () => {
    expect(together(['abcdefgh', 'abcdefgh'], 'abc…')).toEqual(['abc…', 'abc…'])
    expect(together(['abcdef', 'abcdefabcdef'], 'abc…')).toEqual(['abc…', 'abc…'])
    expect(together(['abc1', 'abc2'], '')).toEqual(['', ''])
  })

  it('is never wider than it may be, and cuts no pair of surrogates', () => {
    const texts = fc.array(anyTokenText.map(visibleText), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(
        texts,
        anyTokenText,
        fc.double({ min: 0, max: 200, noNaN: true }),
        (ends, head, room) => {
          const names = ends.map((end) => `${visibleText(head)}${end}`)
          for (const short of shortenTogether(names, () => room, token)) {
            expect(widthOf(short, token)).toBeLessThanOrEqual(room)
            expect(short).not.toMatch(NOT_XML)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('wrapText', () => {
  it('of nothing is no line', () => {
    expect(wrapText('', 100, title, 2)).toEqual([])
    expect(wrapText('   ', 100, title, 2)).toEqual([])
  })

  it('breaks between words', () => {
    const width = widthOf('one two', title)
    expect(wrapText('one two three', width, title, 2)).toEqual(['one two', 'three'])
  })

  it('shortens the last line that is allowed', () => {
    const lines = wrapText('one two three four five', widthOf('one two', title), title, 2)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^thr.*…$/)
  })

  it('never has more or wider lines than it may', () => {
    fc.assert(
      fc.property(
        fc.array(anyTokenText.map(visibleText), { maxLength: 12 }),
        fc.integer({ min: 40, max: 400 }),
        fc.integer({ min: 1, max: 3 }),
        (words, maxWidth, maxLines) => {
          const lines = wrapText(words.join(' '), maxWidth, title, maxLines)
          expect(lines.length).toBeLessThanOrEqual(maxLines)
          for (const line of lines) expect(widthOf(line, title)).toBeLessThanOrEqual(maxWidth)
        },
      ),
    )
  })
})
