import { describe, expect, it } from 'vitest'
import { asLoaded } from '../../../src/analysis/displayedOf'
import { stepOf } from '../../../src/color/Palette'
import {
  figureScale,
  needsSpread,
  scopeSpread,
  type ScaleInput,
} from '../../../src/figure/figureScale'
import { resolveView, type DomainSetting, type ViewSettings } from '../../../src/tensor/View'
import { ragged } from '../analysis/ragged'

const heavy = [...Array.from({ length: 400 }, (_, k) => Math.sin(k) / 100), 7, -9]
const data: Readonly<Record<string, readonly number[]>> = {
  empty: [],
  'one value': [0.3],
  constant: [0.3, 0.3, 0.3],
  zeros: [0, 0],
  'all missing': [NaN, NaN],
  infinite: [Infinity, -Infinity],
  'one finite among infinite': [Infinity, 0.2, -Infinity, NaN],
  'heavy-tailed': heavy,
}
const modes: readonly DomainSetting[] = [
  'auto',
  'extent',
  'symmetric',
  '98',
  '90',
  'unit',
  [-0.5, 0.5],
]
const cases = Object.keys(data).flatMap((name) => modes.map((mode) => [name, mode] as const))

function inputOf(rows: readonly (readonly number[])[][], settings: ViewSettings): ScaleInput {
  const tensor = ragged(rows)
  return { displayed: asLoaded(tensor), view: resolveView(tensor, settings, {}) }
}

/** The ends and the notes of the scale of a few values. */
function ends(settings: ViewSettings): object {
  const { low, high, notes } = figureScale(inputOf([[[-0.5, 0, 2]]], settings)) ?? {}
  return { low, high, notes }
}

describe('the scale of a figure', () => {
  it.each(cases)('of %s values has a color for each of them, by %s', (name, mode) => {
    const values = data[name] ?? []
    for (const scale of ['linear', 'symlog', 'rank'] as const) {
      for (const colormap of ['viridis', 'vik'] as const) {
        const input = inputOf([[values]], { domain: mode, scale, colormap })
        const made = figureScale(input)
        const steps = values.map((value) => stepOf(value, made))
        expect(steps.every((step) => Number.isInteger(step) && step >= 0 && step < 254)).toBe(true)
      }
    }
  })

  it('leaves a few far values out by default, and says so', () => {
    const scale = figureScale(inputOf([[heavy]], {}))
    expect(scale?.high).toBeLessThan(0.011)
    expect(scale?.notes).toEqual([{ tag: 'without-outliers' }])
  })

  it('is symmetric by default for differences and for colors that diverge', () => {
    expect(ends({})).toEqual({ low: -0.5, high: 2, notes: [] })
    expect(ends({ colormap: 'rdbu' })).toEqual({ low: -2, high: 2, notes: [] })
    expect(ends({ transform: 'layer-mean' })).toEqual({ low: -2, high: 2, notes: [] })
    const notes = [{ tag: 'uneven-halves', pivot: 0 }]
    expect(ends({ colormap: 'rdbu', domain: 'extent' })).toEqual({ low: -0.5, high: 2, notes })
    expect(ends({ colormap: 'rdbu', domain: [-0.5, 2] })).toEqual({ low: -0.5, high: 2, notes })
  })

  it('goes by the values of all queries, or by those in view', () => {
    const rows = [[[0, 1, 5]], [[-7, 2]]]
    expect(figureScale(inputOf(rows, { scope: 'all' }))).toMatchObject({ low: -7, high: 5 })
    const input = inputOf(rows, { scope: 'view', axis: 'position' })
    expect(needsSpread(input)).toBe(false)
    const zoomed = { ...input, windows: { columns: { start: 0.5, span: 1 } } }
    expect(figureScale(zoomed)).toMatchObject({ low: 0, high: 1 })
    expect(scopeSpread(zoomed)).toMatchObject({ min: 0, max: 1 })
  })

  it('goes by the whole query where nothing in view has a value', () => {
    const input = inputOf([[[NaN, 1, 5]]], { scope: 'view', axis: 'position' })
    const zoomed = { ...input, windows: { columns: { start: 0, span: 1 } } }
    expect(figureScale(zoomed)).toMatchObject({ low: 1, high: 5 })
  })

  it('keeps a locked range, whatever the mode', () => {
    const scale = figureScale(inputOf([[heavy]], { lock: [-1, 2], domain: '98' }))
    expect(scale).toMatchObject({ low: -1, high: 2, notes: [{ tag: 'locked' }] })
  })

  it('takes no pass over the values where the statistics suffice', () => {
    for (const domain of ['auto', 'extent', 'symmetric', 'unit'] as const) {
      expect(needsSpread(inputOf([[heavy]], { domain }))).toBe(false)
    }
    expect(needsSpread(inputOf([[heavy]], { domain: '98' }))).toBe(true)
    expect(needsSpread(inputOf([[heavy]], { scale: 'rank' }))).toBe(true)
  })
})
