import { describe, expect, it } from 'vitest'
import { leaderChance } from '../../../../src/analysis/findings/leaderChance'
import { seededNormal, sequenceOf, type Kind } from '../../../calibrate/falseRates'

/** The share of draws in which some place is the highest of at least so many of the sequences. */
function drawn(kind: Kind, count: number, length: number, supportCount: number): number {
  const normal = seededNormal(length)
  const runs = Array.from({ length: 400 }, () => {
    const votes = new Uint32Array(length)
    for (let k = 0; k < count; k++) {
      const values = sequenceOf(kind, length, normal)
      const place = values.indexOf(Math.max(...values))
      votes[place] = (votes[place] ?? 0) + 1
    }
    return Math.max(...votes) >= supportCount
  })
  return runs.filter(Boolean).length / runs.length
}

describe('leaderChance', () => {
  it('is certain of one place, of one sequence, and of half of the sequences with two places', () => {
    expect(leaderChance(15, 1, 15)).toBe(1)
    expect(leaderChance(1, 12, 1)).toBe(1)
    expect(leaderChance(15, 2, 8)).toBe(1)
  })

  it('is the sum of the places’ tails, by hand', () => {
    // Two places are as likely; three of three sequences: 2 / 8.
    expect(leaderChance(3, 2, 3)).toBeCloseTo(2 / 8, 12)
    // Of three places, an end is the highest of a walk with 3/8, and the middle of independent values with 1/3.
    expect(leaderChance(2, 3, 2)).toBeCloseTo(2 * (3 / 8) ** 2 + (1 / 3) ** 2, 12)
  })

  it.each<[Kind, number, number, number]>([
    ['independent', 15, 2, 12],
    ['random walk', 15, 3, 10],
    ['random walk', 40, 12, 12],
    ['independent', 40, 12, 12],
  ])('is not below what chance gives: %s, %d of %d, %d', (kind, count, length, supportCount) => {
    const share = drawn(kind, count, length, supportCount)
    expect(leaderChance(count, length, supportCount)).toBeGreaterThanOrEqual(share - 0.03)
  })

  it('is small where the same place has it far more often', () => {
    expect(leaderChance(15, 12, 9)).toBeLessThan(0.001)
    expect(leaderChance(15, 3, 9)).toBeGreaterThan(0.05)
  })
})
