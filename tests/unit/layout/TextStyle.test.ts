import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth } from '../../../src/layout/TextStyle'
import { anyTokenText } from './anyText'

const anyFace = fc.constantFrom('sans' as const, 'mono' as const)

describe('textWidth', () => {
  it('of nothing is nothing', () => {
    expect(textWidth('', 12, 'sans')).toBe(0)
  })

  it('gives marks that sit on letters no room of their own', () => {
    expect(textWidth('e\u0301', 12, 'sans')).toBe(textWidth('e', 12, 'sans'))
  })

  it('gives ideographs and emoji their full width', () => {
    expect(textWidth('好', 10, 'mono')).toBeGreaterThanOrEqual(10)
    expect(textWidth('👍', 10, 'mono')).toBeGreaterThanOrEqual(10)
  })

  it('never falls when text is added, and grows with the size of the font', () => {
    fc.assert(
      fc.property(anyTokenText, anyTokenText, anyFace, (text, more, face) => {
        const width = textWidth(text, 12, face)
        // Two halves of a pair may meet: one character then, never wider than the two.
        expect(textWidth(`${text}a${more}`, 12, face)).toBeGreaterThan(width)
        expect(textWidth(text, 24, face)).toBeCloseTo(2 * width, 6)
        expect(textWidth(text, 12, face, true)).toBeGreaterThanOrEqual(width)
      }),
    )
  })
})
