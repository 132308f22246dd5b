import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pngProblems } from './pngProblems'
import { renderSvg } from './renderSvg'
import { xmlProblems } from './xmlProblems'

// The checks themselves, on pictures small enough to know by heart: a check that passes everything is none.
describe('xmlProblems', () => {
  it('has nothing against the smallest document', () => {
    expect(xmlProblems('<a/>')).toBe('')
  })

  it.each([
    ['an empty text', ''],
    ['an open element', '<a>'],
    ['a control character', '<a>\u0001</a>'],
  ])('refuses %s', (_name, xml) => {
    expect(xmlProblems(xml)).not.toBe('')
  })
})

describe('pngProblems', () => {
  it('refuses what is no PNG, and one that is cut off', () => {
    const picture = readFileSync(new URL('../fixtures/problems/picture.png', import.meta.url))
    expect(pngProblems(picture)).toBe('')
    expect(pngProblems(picture.subarray(0, 60))).not.toBe('')
    expect(pngProblems(Buffer.from('none'))).not.toBe('')
  })
})

describe('renderSvg', () => {
  it('throws for what is no SVG', () => {
    expect(() => renderSvg('<a/>')).toThrow('rsvg-convert ended with 1')
  })

  it('draws each unit as one pixel', () => {
    const picture = renderSvg(
      '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2">' +
        '<path fill="#21918c" d="M1 1h1v1H1z"/></svg>',
    )
    expect([picture.width, picture.height]).toEqual([3, 2])
    expect(picture.pixel(1, 1)).toEqual([0x21, 0x91, 0x8c, 255])
    expect(picture.pixel(0, 0)).toEqual([0, 0, 0, 0])
  })
})
