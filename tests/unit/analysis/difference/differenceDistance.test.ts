import { describe, expect, it } from 'vitest'
import { type Part } from '../../../../src/analysis/combine/Part'
import { combined } from '../../../../src/analysis/combine/combined'
import { type MatchAxis } from '../../../../src/analysis/difference/columnPairs'
import { finish } from '../../../../src/analysis/Sliced'
import { canonicalJson } from '../../../../src/formats/canonical/canonicalJson'
import { tokenReadout } from '../../../../src/layout/readoutOf'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { modelOfCase } from '../../figure/drawCase'
import { readOne } from '../../formats/readText'
import { partOf } from '../combine/partOf'
import { differenceOf } from './differenceOf'

/** Two texts of which the second lacks a token, so that the tokens before it are not equally far back. */
async function edited(): Promise<readonly [Part, Part]> {
  const tensor = await readOne({
    queries: ['long', 'short'],
    tokens: [
      ['The', 'very', 'blue', 'sky', 'is'],
      ['The', 'blue', 'sky', 'is'],
    ],
    values: [[[1, 2, 3, 4, 5]], [[1, 2, 3, 4]]],
  })
  return [partOf(tensor, 0), partOf(tensor, 1)]
}

/** The distances that the readout of each column names, after the tensor was written and read again. */
async function distancesOf(tensor: Tensor): Promise<readonly (readonly (number | undefined)[])[]> {
  const json = canonicalJson(tensor).join('')
  const { plots } = await modelOfCase({ name: 'd', json, view: { panels: 'queries' } })
  return plots.map(({ basis: { matrix } }) =>
    Array.from(
      { length: matrix.columnCount },
      (_, column) => tokenReadout(matrix, column).distance,
    ),
  )
}

async function madeBy(axis: MatchAxis): Promise<Tensor> {
  const [long, short] = await edited()
  return differenceOf(long, short, { axis }).tensor
}

const none = Array<undefined>(5).fill(undefined)

describe('the distance of a column of a difference', () => {
  it.each(['aligned', 'position'] as const)(
    'is not named if A and B have different ones: %s',
    async (axis) => {
      const tensor = await madeBy(axis)
      expect(await distancesOf(tensor)).toStrictEqual([none])
    },
  )

  it('is named if it is that of both', async () => {
    const tensor = await madeBy('distance')
    expect(await distancesOf(tensor)).toStrictEqual([[1, 2, 3, 4, 5]])
  })

  it('is that of each difference where several are combined', async () => {
    const parts = [await madeBy('distance'), await madeBy('aligned')].map((each, k) =>
      partOf(each, 0, `d${k}`),
    )
    const [named, unnamed] = await distancesOf(finish(combined(parts)).tensor)
    expect(named).toStrictEqual([1, 2, 3, 4, 5])
    expect(unnamed).toStrictEqual(none)
  })
})
