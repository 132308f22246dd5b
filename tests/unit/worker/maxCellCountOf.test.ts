import { describe, expect, it } from 'vitest'
import { maxCellCountOf } from '../../../src/worker/maxCellCountOf'

describe('maxCellCountOf', () => {
  it('takes 8 GiB for granted where the browser does not tell', () => {
    expect(maxCellCountOf({})).toBe(maxCellCountOf({ deviceMemory: 8 }))
  })

  it('grows with the memory, and leaves room for the largest sample on a small machine', () => {
    expect(maxCellCountOf({ deviceMemory: 4 })).toBeLessThan(maxCellCountOf({ deviceMemory: 8 }))
    expect(maxCellCountOf({ deviceMemory: 0.5 })).toBeGreaterThan(128 * 131_072)
  })
})
