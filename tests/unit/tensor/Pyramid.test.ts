import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findInRun, pyramidOf, RunSummary, type Pyramid } from '../../../src/tensor/Pyramid'

type Numbers = Float64Array | Float32Array

const anyNumber = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -50, max: 50 }) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 2, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, -0, 1e-300, 0.1) },
)

/** From none to more than three levels of blocks, of both widths; some with long stretches without a number. */
const anyValues = fc
  .record({
    pattern: fc.array(anyNumber, { minLength: 1, maxLength: 40 }),
    length: fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 5000 })),
    gap: fc.tuple(fc.nat({ max: 5000 }), fc.nat({ max: 600 })),
    isFloat32: fc.boolean(),
  })
  .map(({ pattern, length, gap, isFloat32 }): Numbers => {
    const numbers = Array.from({ length }, (_, k) => {
      return pattern[(k * 7 + Math.floor(k / 31)) % pattern.length] ?? NaN
    }).fill(NaN, gap[0], gap[0] + gap[1])
    return isFloat32 ? Float32Array.from(numbers) : Float64Array.from(numbers)
  })

const anyRun = fc
  .tuple(
    anyValues,
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([values, a, b]) => {
    const ends = [a, b].map((share) => Math.floor(share * (values.length + 1)))
    return {
      values,
      start: Math.min(...ends, values.length),
      end: Math.min(values.length, Math.max(...ends)),
    }
  })

function extentOf(values: Numbers, pyramid: Pyramid, start: number, end: number): [number, number] {
  const extent = new RunSummary()
  extent.addRun(values, pyramid, start, end)
  return [extent.min, extent.max]
}

function lengths(values: Numbers): number[] {
  return pyramidOf(values).map(({ min }) => min.length)
}

describe('pyramidOf', () => {
  it('of few values has no level', () => {
    expect(pyramidOf(new Float64Array(0))).toEqual([])
    expect(pyramidOf(new Float64Array(16))).toEqual([])
  })

  it('has a sixteenth of the entries on each level, in the width of the values', () => {
    expect(lengths(new Float64Array(17))).toEqual([2])
    expect(lengths(new Float64Array(131_072))).toEqual([8192, 512, 32, 2])
    expect(pyramidOf(new Float32Array(20))[0]?.max).toBeInstanceOf(Float32Array)
    expect(pyramidOf(new Float64Array(20))[0]?.max).toBeInstanceOf(Float64Array)
  })

  it('has no extremes where a block has no number', () => {
    const [level] = pyramidOf(new Float64Array(32).fill(NaN))
    expect([...(level?.min ?? [])]).toEqual([Infinity, Infinity])
    expect([...(level?.max ?? [])]).toEqual([-Infinity, -Infinity])
  })
})

describe('RunSummary', () => {
  it('of no cell, or of missing ones, is empty', () => {
    const values = new Float64Array(40).fill(NaN)
    expect(extentOf(values, pyramidOf(values), 7, 7)).toEqual([Infinity, -Infinity])
    expect(extentOf(values, pyramidOf(values), 0, 40)).toEqual([Infinity, -Infinity])
  })

  it('takes in several runs, and forgets them', () => {
    const values = Float64Array.of(1, -2, 3, 9)
    const extent = new RunSummary()
    extent.addRun(values, [], 0, 2)
    extent.addRun(values, [], 2, 3)
    expect([extent.min, extent.max]).toEqual([-2, 3])
    extent.reset()
    expect(extent.min).toBeGreaterThan(extent.max)
  })

  it('of any run is what reading all its cells finds', () => {
    fc.assert(
      fc.property(anyRun, ({ values, start, end }) => {
        let [min, max] = [Infinity, -Infinity]
        for (const value of values.subarray(start, end)) {
          if (value < min) min = value
          if (value > max) max = value
        }
        const found = extentOf(values, pyramidOf(values), start, end)
        // Zeros of both signs are equally small and great.
        expect(found.map((value) => value + 0)).toEqual([min + 0, max + 0])
      }),
      { numRuns: 400 },
    )
  })

  it('reads few entries of a long run', () => {
    const values = new Float64Array(131_072)
    let readCount = 0
    const counting = class extends RunSummary {
      override addPart(...part: Parameters<RunSummary['addPart']>): void {
        const [, , from, to] = part
        readCount += Math.max(0, to - from)
        super.addPart(...part)
      }
    }
    new counting().addRun(values, pyramidOf(values), 5, 131_066)
    expect(readCount).toBeLessThan(150)
  })
})

describe('findInRun', () => {
  it('finds nothing in no cell, and nothing that is missing', () => {
    const values = new Float64Array(20).fill(NaN)
    expect(findInRun(values, pyramidOf(values), [3, 3], 1)).toBe(-1)
    expect(findInRun(values, pyramidOf(values), [0, 20], NaN)).toBe(-1)
  })

  it('finds the first of the run that has any of its values, as reading all cells does', () => {
    fc.assert(
      fc.property(anyRun, fc.nat(), anyNumber, ({ values, start, end }, pick, other) => {
        const pyramid = pyramidOf(values)
        const own = values[start + (pick % Math.max(1, end - start))] ?? 0
        for (const value of [own, other]) {
          const expected = values.subarray(start, end).indexOf(value)
          expect(findInRun(values, pyramid, [start, end], value)).toBe(
            expected < 0 ? -1 : start + expected,
          )
        }
      }),
      { numRuns: 400 },
    )
  })
})
