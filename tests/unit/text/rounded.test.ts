import { describe, expect, it } from 'vitest'
import { brief, rounded, shortNumber, significant } from '../../../src/text/rounded'

describe('numbers for readers', () => {
  it('have one minus sign, also in exponents', () => {
    expect(brief(2.3e-14)).toBe('2.3e−14')
    expect(brief(-2.3e-14)).toBe('−2.3e−14')
    expect(rounded(-1.23456e-20)).toBe('−1.235e−20')
    expect(shortNumber(-1.234567e-8)).toBe('−1.2346e−8')
    expect(shortNumber(-Infinity)).toBe('−Infinity')
    expect(significant(3)(5e-9)).toBe('5e−9')
  })

  it('have no needless zeros', () => {
    expect(rounded(0.5)).toBe('0.5')
    expect(brief(-0.1)).toBe('−0.1')
    expect(brief(0)).toBe('0')
  })
})
