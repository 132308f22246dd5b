import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { anyValue, tensorOf, type TensorSpec } from '../../tensor/anyTensor'
import { ragged } from '../ragged'
import { findIn } from './findTensor'

function missingCells(count: number): readonly number[] {
  return Array.from({ length: count }, () => NaN)
}

/** Three layers of four tokens, of which two have the same text. */
function tensorOfColumns(columns: readonly (readonly number[])[]): Tensor {
  const layers = [0, 1, 2].map((layer) => columns.map((column) => column[layer] ?? NaN))
  return ragged([layers], { texts: ['a', 'b', 'a', 'c'] })
}

describe('the findings', () => {
  it('stay the same when padding, or a token without any value, is appended', () => {
    const query = fc.record({
      rows: fc.array(fc.array(anyValue, { minLength: 1, maxLength: 9 }), {
        minLength: 1,
        maxLength: 14,
      }),
      uncoveredCount: fc.nat({ max: 2 }),
      gap: fc.constant(0),
    })
    fc.assert(
      fc.property(query, fc.integer({ min: 1, max: 4 }), (one, moreCount) => {
        const spec: TensorSpec = { queries: [one], align: 'start', firstIndex: 0, tokenKind: 'own' }
        const findings = findIn(tensorOf(spec)).filter(({ kind }) => kind !== 'absent')
        const { rows, uncoveredCount } = one
        const padded = { ...one, uncoveredCount: uncoveredCount + moreCount }
        const width = Math.max(...rows.map((row) => row.length)) + uncoveredCount
        const longest = rows.toSorted((a, b) => b.length - a.length)[0]
        const missing = {
          ...one,
          uncoveredCount: 0,
          rows: rows.map((row) =>
            row === longest ? row.concat(missingCells(width + moreCount - row.length)) : row,
          ),
        }
        for (const changed of [padded, missing]) {
          const tensor = tensorOf({ ...spec, queries: [changed] })
          expect(findIn(tensor).filter(({ kind }) => kind !== 'absent')).toEqual(findings)
        }
      }),
    )
  })

  it('stay the same when equal cells change places, and each time', () => {
    const columns = [
      [0.1, 0.2, 0.3],
      [0.5, 0.1, 0.2],
      [0.1, 0.2, 0.3],
      [0.4, 0.4, 0.4],
    ]
    const [first = [], second = [], third = [], last = []] = columns
    const findings = findIn(tensorOfColumns(columns))
    expect(findIn(tensorOfColumns([third, second, first, last]))).toEqual(findings)
    expect(findIn(tensorOfColumns(columns))).toEqual(findings)
  })
})
