import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TensorError } from '../../../../src/tensor/TensorError'
import { parsedByScanner, scanText } from './scanText'

/** The values of a row of numbers, as they stand in the store. */
function rowOf(texts: readonly string[]): Float64Array {
  return scanText(`[${texts.join(',')}]`).numbers
}

/** What they have to be, bit for bit: −0 is not 0. */
function numbersOf(texts: readonly string[]): Float64Array {
  return Float64Array.from(texts, Number)
}

const digits = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
    minLength,
    maxLength,
  })

/** Every text that JSON has for a number, short or long. */
const decimal = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(
      fc.constant('0'),
      digits(1, 25).map((text) => text.replace(/^0+(?=.)/, '')),
    ),
    fc.oneof(
      fc.constant(''),
      digits(1, 30).map((text) => `.${text}`),
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      fc
        .tuple(fc.constantFrom('e', 'E'), fc.constantFrom('', '+', '-'), digits(1, 3))
        .map((parts) => parts.join('')),
    ),
  )
  .map((parts) => parts.join(''))

const space = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 2 })

describe('numbers of a row', () => {
  it.each([
    '0',
    '-0',
    '0.0',
    '-0.0',
    '-0e-5',
    '0e999',
    '1e400',
    '-1e400',
    '4.9e-324',
    '2.4703282292062327e-324',
    '2.4703282292062328e-324',
    '2.2250738585072011e-308',
    '1.7976931348623157e308',
    '1.7976931348623159e308',
    '9007199254740992',
    '9007199254740993',
    '9007199254740993.0000000000000001',
    '0.1',
    '0.30000000000000004',
    '1e22',
    '1e23',
    '8.5e-23',
    '123456789012345678901234567890',
    '0.000000000000000000000000000000000000000000001',
    '1.00000000000000011102230246251565',
    '1.00000000000000011102230246251564',
    '1E+2',
    '1e-0',
    '-12.5E05',
  ])('%s is what JSON.parse makes of it', (text) => {
    expect(rowOf([text])).toStrictEqual(numbersOf([text]))
  })

  it('are what JSON.parse makes of them, whatever their digits', () => {
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1, maxLength: 20 }), (texts) => {
        expect(rowOf(texts)).toStrictEqual(numbersOf(texts))
      }),
      {
        numRuns: 2000,
      },
    )
  })

  it('are what JSON.parse makes of the shortest texts of doubles', () => {
    const text = fc.double({ noNaN: true, noDefaultInfinity: true }).map(String)
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        expect(rowOf(texts)).toStrictEqual(numbersOf(texts))
      }),
      { numRuns: 500 },
    )
  })

  it('are what JSON.parse makes of similarities with 17 digits and more', () => {
    const text = fc
      .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: 15, max: 21 }))
      .map(([value, precision]) => value.toPrecision(precision))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        expect(rowOf(texts)).toStrictEqual(numbersOf(texts))
      }),
      { numRuns: 1000 },
    )
  })

  it('are rounded right beside the middle between two doubles', () => {
    const text = fc
      .tuple(
        fc.bigInt({ min: 1n << 52n, max: (1n << 53n) - 1n }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: -2, max: 2 }),
      )
      .map(([mantissa, shift, offset]) => nearMiddle(mantissa, shift, offset))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        expect(rowOf(texts)).toStrictEqual(numbersOf(texts))
      }),
      { numRuns: 2000 },
    )
  })

  it('may have space around them and stand at any cut', () => {
    const spaced = fc.tuple(space, decimal, space).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(spaced, { minLength: 1, maxLength: 9 }), (texts) => {
        expect(rowOf(texts)).toStrictEqual(numbersOf(texts))
      }),
      { numRuns: 500 },
    )
  })

  it('may be the literals that Python writes', () => {
    expect(rowOf(['NaN', '0.5', ' null ', '-Infinity', '-0.25', 'Infinity'])).toStrictEqual(
      Float64Array.of(NaN, 0.5, NaN, -Infinity, -0.25, Infinity),
    )
  })

  it('fill the store beyond what it had room for', () => {
    const texts = Array.from({ length: 5000 }, (_, i) => String(i / 8 - 300))
    expect(rowOf(texts)).toStrictEqual(numbersOf(texts))
  })
})

describe('a row is refused', () => {
  it.each([
    '01',
    '-',
    '+1',
    '.5',
    '1.',
    '-.5',
    '1.e5',
    '1e',
    '1e+',
    '0x10',
    '1_000',
    '1 2',
    '0.5 0.5',
    '0.5;',
    '0.5,',
    ',0.5',
    '0.5,,1',
    '--1',
    '0.1.2',
    '1e5.5',
    'nul',
    'nulll',
    'NaN0',
    '0.5\u000b',
    '0.5,\u00a01',
    '٣',
    '0.5/',
    '0.5:',
  ])('for %j', (text) => {
    expect(() => parsedByScanner(`[${text}]`)).toThrow(TensorError)
    expect(() => parsedByScanner(`[0.25,${text},0.25]`)).toThrow(TensorError)
  })
})

/** Decimal digits beside the middle between mantissa and mantissa + 1, both divided by 2^shift. */
function nearMiddle(mantissa: bigint, shift: number, offset: number): string {
  const all = (2n * mantissa + 1n) * 5n ** BigInt(shift + 1) + BigInt(offset)
  const text = String(all).padStart(shift + 2, '0')
  return `${text.slice(0, -shift - 1)}.${text.slice(-shift - 1)}`
}
