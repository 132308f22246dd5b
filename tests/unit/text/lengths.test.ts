import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOf, lengthText } from '../../../src/text/lengths'

describe('lengthOf', () => {
  it.each([
    ['3.25 in', 82.55],
    ['3.25"', 82.55],
    ['3,25 inches', 82.55],
    ['1 Inch', 25.4],
    ['82mm', 82],
    [' 8.2 CM ', 82],
    ['72 pt', 25.4],
    ['144 points', 50.8],
    ['.5in.', 12.7],
    ['90', 90],
    ['+90.', 90],
  ])('reads %s', (text, mm) => {
    expect(lengthOf(text, 'mm')).toBeCloseTo(mm, 9)
  })

  it('takes a bare number in the unit of the view', () => {
    expect(lengthOf('3.25', 'in')).toBe(82.55)
  })

  it.each(['', 'mm', 'wide', '3 4 in', '-3 in', '3.2.5 in', '3 em', '3 px', '1e3 mm', '∞'])(
    'does not guess at %s',
    (text) => {
      expect(lengthOf(text, 'mm')).toBeUndefined()
    },
  )

  it('reads what it writes, to the decimals that it writes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 2000, noNaN: true }),
        fc.constantFrom('mm', 'cm', 'in', 'pt'),
        (mm, unit) => {
          const read = lengthOf(lengthText(mm, unit), 'mm') ?? NaN
          expect(Math.abs(read - mm)).toBeLessThan(0.2)
          expect(lengthText(read, unit)).toBe(lengthText(mm, unit))
        },
      ),
    )
  })
})
