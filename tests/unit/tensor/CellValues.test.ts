import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areFloat32,
  blockIndexOf,
  cellValues,
  partOf,
  valueOf,
  type CellValues,
} from '../../../src/tensor/CellValues'
import { numbersOf } from './numbersOf'

const anyBlocks = fc.array(fc.array(fc.double(), { maxLength: 5 }), { maxLength: 5 })

function valuesOf(blocks: readonly (readonly number[])[]): CellValues {
  return cellValues(...blocks.map((block) => Float64Array.from(block)))
}

describe('values in blocks', () => {
  it('of none, or of empty ones, are no values', () => {
    for (const values of [cellValues(), cellValues(new Float32Array(), new Float32Array())]) {
      expect(values.length).toBe(0)
      expect(numbersOf(values)).toEqual([])
      expect(valueOf(values, 0)).toBeUndefined()
    }
    expect(areFloat32(cellValues(new Float32Array()))).toBe(true)
  })

  it('are of one width', () => {
    expect(() => cellValues(Float64Array.of(1), Float32Array.of(1))).toThrow('float32 and float64')
  })

  it('are the same values in any blocks, one by one and in parts', () => {
    fc.assert(
      fc.property(anyBlocks, fc.nat({ max: 25 }), fc.nat({ max: 25 }), (blocks, a, b) => {
        const values = valuesOf(blocks)
        const flat = blocks.flat()
        expect(values.length).toBe(flat.length)
        expect(Array.from(flat, (_, k) => valueOf(values, k))).toStrictEqual(flat)
        const [start, end] = [Math.min(a, b, flat.length), Math.min(Math.max(a, b), flat.length)]
        expect(numbersOf(partOf(values, start, end))).toStrictEqual(flat.slice(start, end))
      }),
    )
  })

  it('are parted without a copy', () => {
    const values = valuesOf([
      [1, 2, 3],
      [4, 5],
    ])
    const part = partOf(values, 2, 4)
    expect(part.blocks.map(({ buffer }) => buffer)).toEqual(
      values.blocks.map(({ buffer }) => buffer),
    )
    expect(blockIndexOf(values, 2)).toBe(0)
    expect(blockIndexOf(values, 3)).toBe(1)
  })
})
