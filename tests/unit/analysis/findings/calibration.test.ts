import { describe, expect, it } from 'vitest'
import { KINDS, distanceRate, groupRates, trendRates } from '../../../calibrate/falseRates'

// Few runs; `npm run calibrate` makes many. Seeds are fixed, so that no run is unlucky.
describe.each(KINDS)('of sequences without a trend (%s)', (kind) => {
  it.each([8, 12, 24])('few of %d layers have one', (layerCount) => {
    const { token, tensor } = trendRates({ kind, layerCount, runCount: 5, level: 0.05 })
    expect(token).toBeLessThan(0.07)
    expect(tensor).toBeLessThanOrEqual(1 / 5)
  })

  it('few change with distance, and few groups differ', () => {
    const trial = { kind, layerCount: 60, runCount: 200, level: 0.05 }
    expect(distanceRate(trial)).toBeLessThan(0.1)
    const { together, anywhere } = groupRates(trial)
    expect(together).toBeLessThan(0.1)
    expect(anywhere).toBeLessThan(0.1)
  })
})
