import { describe, expect, it } from 'vitest'
import { defaultParameters } from '../../../src/analysis/findings/FindingInput'
import { findingsOf } from '../../../src/analysis/findings/findingsOf'
import { finish } from '../../../src/analysis/Sliced'
import { findingInput } from '../../../src/figure/describeFigure'
import { noisePhrase } from '../../../src/figure/binReadout'
import { shownRamp } from '../../../src/figure/CellPicture'
import { type ViewSettings } from '../../../src/tensor/View'
import { type FigureModel } from '../../../src/figure/figureModel'
import { modelOfCase } from './drawCase'

const values = [[0.5, -0.02, 0.01, -0.3]]

function modelOf(view: ViewSettings = {}, metric = 'cosine similarity'): Promise<FigureModel> {
  const json = JSON.stringify({ metric, hidden_size: 100, values })
  return modelOfCase({ name: 'noise', json, view })
}

async function kinds(view: ViewSettings): Promise<readonly string[]> {
  return (await modelOf(view)).layout.legend.map(({ kind }) => kind)
}

describe('the noise floor', () => {
  it('counts the cells outside against those expected, in the caption', async () => {
    const { layout, basis } = await modelOf()
    expect(basis.noise).toMatchObject({ size: 100, sigma: 0.1, outsideCount: 2, cellCount: 4 })
    expect(layout.captions.map(({ text }) => text).join(' ')).toContain(
      'Noise floor (bracket at the color bar): ±0.196 = 1.96/√100. 2 of 4 cells are outside, 0.198 expected of random directions.',
    )
  })

  it('counts only what findings count: no infinite cell, and no special token that is left out', async () => {
    const tensor = {
      metric: 'cosine similarity',
      hidden_size: 100,
      tokens: ['a', '_S_', 'b', 'c', 'd'],
      special: ['_S_'],
      values: [[0.5, -0.4, Infinity, 0.01, -0.3]],
    }
    const json = JSON.stringify(tensor).replace('null', 'Infinity')
    const { layout, plots } = await modelOfCase({ name: 'x', json, view: { special: 'exclude' } })
    const { basis } = plots[0]
    expect(layout.captions.map(({ text }) => text).join(' ')).toContain('2 of 3 cells are outside')
    const findings = finish(findingsOf(findingInput(basis), defaultParameters))
    expect(findings.find(({ kind }) => kind === 'noise')).toMatchObject({
      outsideCount: 2,
      cellCount: 3,
    })
  })

  it('goes by the width that is typed in before that of the file', async () => {
    expect((await modelOf({ hidden_size: 400 })).basis.noise?.limit).toBeCloseTo(0.098, 12)
  })

  it('is that of a query with a width of its own, in a figure of several of each', async () => {
    const queries = ['A', { label: 'B', hidden_size: 400 }]
    const json = JSON.stringify({ hidden_size: 100, queries, values: [values, values] })
    const first = await modelOfCase({ name: 'noise', json, view: { query: 0 } })
    const second = await modelOfCase({ name: 'noise', json, view: { query: 1 } })
    expect(first.basis.noise?.limit).toBeCloseTo(0.196, 12)
    expect(second.basis.noise?.limit).toBeCloseTo(0.098, 12)
    const { layout } = await modelOfCase({ name: 'noise', json, view: { panels: 'queries' } })
    expect(layout.colorBar).not.toHaveProperty('bracket')
    const captions = layout.captions.map(({ text }) => text).join(' ')
    expect(captions).toContain('Noise floor of states 100 wide: ±0.196 = 1.96/√100.')
    expect(captions).toContain('Noise floor of states 400 wide: ±0.098 = 1.96/√400.')
  })

  it('is none of compared values, nor of another metric', async () => {
    expect((await modelOf({ transform: 'layer-mean' })).basis.noise).toBeUndefined()
    expect((await modelOf({}, 'dot product')).basis.noise).toBeUndefined()
    expect((await modelOf({}, 'Cosine-Sim')).basis.noise).toBeDefined()
  })

  it('is bracketed at the color bar, with open ends where it goes on', async () => {
    const within = (await modelOf({ domain: [-1, 1] })).layout.colorBar
    expect(within?.bracket).toMatch(/^M[\d.]+,[\d.]+H[\d.]+V[\d.]+H[\d.]+$/)
    const beyond = (await modelOf({ domain: [-0.1, 1] })).layout.colorBar
    expect(beyond?.bracket).toMatch(/^M[\d.]+,[\d.]+H[\d.]+V[\d.]+$/)
  })

  it.each([
    ['wider', [-0.1, 0.1], 'Noise floor: ±0.196 = 1.96/√100, wider than the color range. '],
    ['out of reach', [0.3, 0.5], 'Noise floor: ±0.196 = 1.96/√100. '],
  ] as const)('has no bracket if it is %s, and says so', async (_name, domain, words) => {
    const { layout } = await modelOf({ domain: [...domain] })
    expect(layout.colorBar).not.toHaveProperty('bracket')
    expect(layout.captions.map(({ text }) => text).join(' ')).toContain(words)
  })

  it('is in the legend if its cells are pale, and the range reaches it', async () => {
    expect(await kinds({ domain: [-1, 1] })).not.toContain('faded')
    expect(await kinds({ domain: [-1, 1], fade: true })).toContain('faded')
    expect(await kinds({ domain: [-0.1, 0.1], fade: true })).toContain('faded')
    expect(await kinds({ domain: [0.3, 0.5], fade: true })).not.toContain('faded')
  })

  it('fades the colors inside, and none of a cell outside', async () => {
    const { basis, theme } = await modelOf({ domain: [-1, 1], fade: true })
    const ramp = shownRamp(basis, theme)
    const faded = ramp.flatMap((color, step) => (color === basis.ramp[step] ? [] : [step]))
    expect(faded[0]).toBe(101)
    expect(faded.at(-1)).toBe(149)
    expect(shownRamp((await modelOf({ domain: [-1, 1] })).basis, theme)).toEqual(basis.ramp)
    const all = (await modelOf({ domain: [-0.1, 0.1], fade: true })).basis
    expect(shownRamp(all, theme).every((color, step) => color !== all.ramp[step])).toBe(true)
    const above = (await modelOf({ domain: [0.3, 0.5], fade: true })).basis
    expect(shownRamp(above, theme)).toEqual(above.ramp)
  })

  it('is what a similarity is told against', () => {
    const floor = { size: 3, sigma: 1 / Math.sqrt(3), limit: 1 }
    expect(noisePhrase(-0.5, floor)).toBe(
      '0.87 σ; random directions are this far out 50 % of the time',
    )
    expect(noisePhrase(1, floor)).toBe(
      '1.73 σ; random directions are this far out less than 0.0001 % of the time',
    )
    expect(noisePhrase(NaN, floor)).toBeUndefined()
  })
})
