import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extremeCells } from '../../../src/analysis/extremeCells'
import { finish } from '../../../src/analysis/Sliced'
import { isMoreExtreme } from '../../../src/tensor/Pyramid'
import { ragged } from './ragged'

describe('extremeCells', () => {
  it('finds none where no value is a number', () => {
    expect(finish(extremeCells(ragged([[]]), 0, NaN, 5))).toEqual([])
    expect(finish(extremeCells(ragged([[[NaN, NaN]]]), 0, NaN, 5))).toEqual([])
  })

  it('orders cells by their distance from the reference, infinities first', () => {
    const tensor = ragged([
      [
        [1, 2, -Infinity],
        [0, NaN, 2],
      ],
    ])
    expect(finish(extremeCells(tensor, 0, 1, 4))).toEqual([
      { layerIndex: 0, tokenIndex: 2, value: -Infinity },
      { layerIndex: 0, tokenIndex: 1, value: 2 },
      { layerIndex: 1, tokenIndex: 2, value: 2 },
      { layerIndex: 1, tokenIndex: 0, value: 0 },
    ])
  })

  it('pauses often in a long row', () => {
    const work = extremeCells(ragged([[Array.from({ length: 400_000 }, Math.sin)]]), 0, 0, 2)
    expect([...work].length).toBeGreaterThanOrEqual(6)
  })

  it('finds what sorting all cells finds', () => {
    const values = fc.array(fc.constantFrom(NaN, Infinity, -3, -1, 0, 1, 2), { minLength: 1 })
    fc.assert(
      fc.property(
        values,
        fc.constantFrom(NaN, 0, 1),
        fc.integer({ min: 1, max: 6 }),
        (row, reference, limit) => {
          const sorted = row
            .filter((value) => !Number.isNaN(value))
            .toSorted(
              (a, b) =>
                Number(isMoreExtreme(b, a, reference)) - Number(isMoreExtreme(a, b, reference)),
            )
          const found = finish(extremeCells(ragged([[row]]), 0, reference, limit))
          expect(found.map(({ value }) => value)).toEqual(sorted.slice(0, limit))
        },
      ),
    )
  })
})
