import { describe, expect, it } from 'vitest'
import { operandsOf } from '../../../../src/analysis/difference/operands'
import { noiseFloor } from '../../../../src/analysis/noiseFloor'
import { queriesAtLayer } from '../../../../src/analysis/queriesAtLayer'
import { finish } from '../../../../src/analysis/Sliced'
import { differenceOf, type Tensor } from '../../../../src/tensor/Tensor'
import { readOne } from '../../formats/readText'
import { companionCells, differenceOf as subtract } from '../difference/differenceOf'
import { combine, partOf, reread } from './partOf'

async function step(model: string, size: number, values: readonly number[]): Promise<Tensor> {
  return await readOne({
    model,
    hidden_size: size,
    queries: [{ label: 'M', position: values.length }],
    values: [[values]],
  })
}

const [zero, one, two] = [
  await step('step 0', 64, [0.1, 0.2]),
  await step('step 1', 64, [0.5, 0.25]),
  await step('step 2', 128, [0.75, 0.5]),
]
const early = subtract(partOf(one), partOf(zero)).tensor
const late = subtract(partOf(two), partOf(one)).tensor

function limits(tensor: Tensor): readonly (number | undefined)[] {
  return tensor.queries.map((_, query) => {
    return noiseFloor(tensor, { transform: 'raw', query })?.limit
  })
}

function rowsOf(...parts: readonly Tensor[]): Tensor {
  const { tensor } = combine(parts.map((part, k) => partOf(part, 0, `${k}`)))
  return finish(queriesAtLayer(tensor, { axis: 'position', layer: 0 }))
}

describe('combined differences', () => {
  it('keep what was subtracted for each, with A, B and the noise floor', async () => {
    const tensor = await reread(combine([partOf(early), partOf(late, 0, 'b')]).tensor)
    expect(tensor).not.toHaveProperty('difference')
    expect([0, 1].map((query) => differenceOf(tensor, query))).toStrictEqual([
      early.difference,
      late.difference,
    ])
    expect(operandsOf(tensor, 1)?.difference).toStrictEqual(late.difference)
    expect(companionCells(tensor, 'A')).toStrictEqual([[0.5, 0.25]])
    expect(limits(tensor)).toStrictEqual([
      1.96 * Math.sqrt(1 / 64 + 1 / 64),
      1.96 * Math.sqrt(1 / 128 + 1 / 64),
    ])
    // Combined once more, each still has its own.
    const again = combine([partOf(tensor, 1), partOf(early, 0, 'b')]).tensor
    expect(differenceOf(again, 0)).toStrictEqual(late.difference)
    expect(differenceOf(again, 1)).toStrictEqual(early.difference)
  })

  it('state it once if it is the same', async () => {
    const { difference } = early
    const both = combine([partOf(early), partOf(late)]).tensor
    const shared = {
      ...both,
      queries: both.queries.map(({ difference: _own, ...query }) => query),
      ...(difference && { difference }),
    }
    const tensor = await reread(combine([partOf(shared), partOf(shared, 1)]).tensor)
    expect(tensor.difference).toStrictEqual(difference)
    expect(tensor.queries.some((query) => 'difference' in query)).toBe(false)
  })

  it('make no difference of values of the same name that are none', () => {
    const { difference: _none, ...plain } = late
    const { tensor } = combine([partOf(early), partOf(plain, 0, 'b')])
    expect(differenceOf(tensor, 1)).toBeUndefined()
    expect(limits(tensor)).toStrictEqual([1.96 * Math.sqrt(2 / 64), undefined])
  })

  it('have a noise floor as rows only if it is that of all', () => {
    expect(limits(rowsOf(early, early))).toStrictEqual([1.96 * Math.sqrt(2 / 64)])
    expect(limits(rowsOf(early, late))).toStrictEqual([undefined])
  })
})
