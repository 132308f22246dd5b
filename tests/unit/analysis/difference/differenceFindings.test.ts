import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceStatistics } from '../../../../src/analysis/difference/differenceStatistics'
import { operandsOf } from '../../../../src/analysis/difference/operands'
import { type PairStatistics } from '../../../../src/analysis/difference/PairSums'
import { findingsOf } from '../../../../src/analysis/findings/findingsOf'
import { transformedTensor } from '../../../../src/analysis/transformedTensor'
import { finish } from '../../../../src/analysis/Sliced'
import {
  defaultFindingOptions,
  describeFigure,
  findingInput,
} from '../../../../src/figure/describeFigure'
import { canonicalJson } from '../../../../src/formats/canonical/canonicalJson'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { modelOfCase } from '../../figure/drawCase'
import { inBlocks } from '../../tensor/inBlocks'
import { readOne, readText } from '../../formats/readText'
import { partOf } from '../combine/partOf'
import { differenceOf } from './differenceOf'

/** The tensor of an array with infinite numbers. */
async function readNumbers(text: string): Promise<Tensor> {
  const { tensors } = await readText(text)
  const [one] = tensors
  if (one === undefined) throw new Error('no tensor')
  return one.tensor
}

/** What is said of the difference of two matrices with the same tokens. */
async function said(a: unknown, b: unknown, own: object = {}): Promise<string> {
  const [one, other] = await Promise.all(
    [a, b].map((values) => readOne({ queries: ['M'], values, ...own })),
  )
  if (one === undefined || other === undefined) throw new Error('no tensors')
  return saidOf(differenceOf(partOf(one, 0, 'late'), partOf(other, 0, 'early')).tensor)
}

async function saidOf(tensor: Tensor): Promise<string> {
  const model = await modelOfCase({ name: 'd', json: canonicalJson(tensor).join('') })
  const [{ basis }] = model.plots
  const findings = finish(findingsOf(findingInput(basis), defaultFindingOptions))
  return describeFigure(basis, findings, { isExact: false })
}

const numbers = fc.array(
  fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }),
  {
    minLength: 1,
    maxLength: 4,
  },
)

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The same numbers by their definitions. */
function byHand(pairs: readonly (readonly [number, number])[]): Partial<PairStatistics> {
  const [as, bs] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
  const differences = pairs.map(([a, b]) => a - b)
  const [meanA, meanB] = [meanOf(as), meanOf(bs)]
  const productOf = (one: readonly number[], other: readonly number[]): number =>
    one.reduce(
      (sum, value, k) => sum + (value - meanOf(one)) * ((other[k] ?? 0) - meanOf(other)),
      0,
    )
  return {
    count: pairs.length,
    meanA,
    meanB,
    mean: meanA - meanB,
    meanMagnitude: meanOf(differences.map(Math.abs)),
    rootMeanSquare: Math.sqrt(meanOf(differences.map((value) => value ** 2))),
    pearson: productOf(as, bs) / Math.sqrt(productOf(as, as) * productOf(bs, bs)),
    sameSignShare: meanOf(pairs.map(([a, b]) => Number(Math.sign(a) === Math.sign(b)))),
  }
}

/** The keys whose numbers are not those by hand, up to their rounding. */
function wrongKeys(
  found: PairStatistics | undefined,
  wanted: Partial<PairStatistics>,
): readonly string[] {
  const foundNumbers = new Map(Object.entries(found ?? {}))
  return Object.entries(wanted).flatMap(([key, value]) => {
    const number = Number(foundNumbers.get(key) ?? Infinity)
    const isNear = Number.isFinite(value) ? Math.abs(number - value) < 1e-9 : Number.isNaN(number)
    return isNear ? [] : [key]
  })
}

describe('the statistics of a difference', () => {
  it('are those by hand, of all cells, of each layer and of each token, in any blocks', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, numbers, async (one, two) => {
        const layerCount = Math.min(one.length, two.length)
        const [as, bs] = [one.slice(0, layerCount), two.slice(0, layerCount)]
        const [a, b] = await Promise.all([as, bs].map((values) => readOne({ values })))
        if (a === undefined || b === undefined) throw new Error('no tensors')
        const { tensor } = differenceOf(partOf(a), partOf(inBlocks(b, () => true)))
        const operands = operandsOf(tensor, 0)
        if (operands === undefined) throw new Error('no difference')
        const found = finish(differenceStatistics(operands, 0))
        const pairs = as.map((row, layer) =>
          row.map((value, k) => [value, bs[layer]?.[k] ?? NaN] as const),
        )
        expect(wrongKeys(found.all, byHand(pairs.flat()))).toStrictEqual([])
        const byLayer = pairs.flatMap((row, layer) => wrongKeys(found.layers[layer], byHand(row)))
        expect(byLayer).toStrictEqual([])
        const ofToken = byHand(pairs.flatMap((row) => row.slice(1, 2)))
        expect(wrongKeys(found.tokens[1]?.statistics(), ofToken)).toStrictEqual([])
        const farthest = Math.max(...pairs.flat().map(([x, y]) => Math.abs(x - y)))
        expect(Math.abs(found.largest?.value ?? NaN)).toBe(farthest)
        expect(found.rankedCount).toBe(found.all.count)
      }),
    )
  })

  it('leave out cells that are missing or infinite in A or B', async () => {
    const { tensor } = differenceOf(
      partOf(await readNumbers('[[1, null, Infinity, 4]]')),
      partOf(await readNumbers('[[3, 2, 2, -Infinity]]')),
    )
    const operands = operandsOf(tensor, 0)
    const found = operands && finish(differenceStatistics(operands, 0))
    expect(found?.all).toMatchObject({ count: 1, mean: -2, meanA: 1, meanB: 3 })
    expect(found?.largest).toStrictEqual({ layerIndex: 0, tokenIndex: 0, value: -2 })
  })
})

describe('what is said of a difference', () => {
  it('names its numbers, the layers and the tokens that changed most', async () => {
    const text = await said(
      [
        [0.1, 0.2, 0.3],
        [0.5, 0.1, 0.3],
        [0.9, 0.2, 0.3],
      ],
      [
        [0.1, 0.1, 0.3],
        [0.1, 0.1, 0.2],
        [0.1, 0.2, 0.3],
      ],
      { tokens: [['a', 'b', 'c']], special: [] },
    )
    expect(text).toContain('Each value is A − B, where A is late · M and B is early · M.')
    expect(text).toContain('Columns are matched by position: 3 shared.')
    expect(text).toContain(
      'Over 9 compared cells, A − B has the mean 0.1556, the mean magnitude 0.1556 and the root mean square 0.3018; the largest difference is in layer 2, token 0 "a" (3 back), 0.8000.',
    )
    expect(text).toContain('A and B differ most in layers 1 to 2: ')
    expect(text).toContain(
      'The tokens that changed most, by the mean |A − B| over the layers: "a" (0) by 0.4000 (means: A 0.5000, B 0.1000, A − B 0.4000)',
    )
    expect(text).toContain('100 % of the cells have the same sign in both. No p-value is given')
  })

  it('gives the mean magnitude by which it ranks tokens, also of those whose changes cancel out', async () => {
    const text = await said(
      [
        [5, 1],
        [-5, 1],
      ],
      [
        [0, 0],
        [0, 0],
      ],
      { tokens: [['zigzag', 'b']], special: [] },
    )
    expect(text).toContain(
      '"zigzag" (0) by 5 (means: A 0, B 0, A − B 0) and "b" (1) by 1 (means: A 1, B 0, A − B 1).',
    )
  })

  it('of a query and itself is that nothing differs', async () => {
    const text = await said(
      [[1, 2, null]],
      [[1, 2, 3]].map(([a, b]) => [a, b, null]),
    )
    expect(text).toContain('A and B are equal in all 2 compared cells.')
    expect(text).toContain('All values are 0.')
    expect(text).not.toContain('correlate')
    expect(text).not.toContain('changed most')
  })

  it('names the tokens that only one has', async () => {
    const a = await readOne({ tokens: [['x', 'a', 'b', 'c']], values: [[[9, 1, 2, 3]]] })
    const b = await readOne({ tokens: [['a', 'b', 'y', 'c']], values: [[[10, 20, 7, 30]]] })
    const text = await saidOf(differenceOf(partOf(a), partOf(b), { axis: 'aligned' }).tensor)
    expect(text).toContain('Columns are matched by text: 3 shared, 1 only in A, 1 only in B.')
    expect(text).toContain(
      '1 token only in A, "x" (0) and 1 token only in B, "y" (3) have no difference.',
    )
  })

  it('is that of plain values once they are compared in another way', async () => {
    const { tensor } = differenceOf(
      partOf(await readOne({ values: [[1, 2]] })),
      partOf(await readOne({ values: [[0, 5]] })),
    )
    expect(operandsOf(tensor, 0)).toBeDefined()
    expect(operandsOf(transformedTensor(tensor, 'layer-mean'), 0)).toBeUndefined()
    expect(operandsOf({ ...tensor, companions: [] }, 0)).toBeUndefined()
  })
})
