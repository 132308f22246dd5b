import { describe, expect, it } from 'vitest'
import { companionsAt } from '../../../../src/tensor/companionsAt'
import { readOne } from '../../formats/readText'
import { combine, partOf, reread } from './partOf'

describe('companions', () => {
  const companions = { count: [[1, 2], [3]], note: [['a', null], ['c']] }

  it('are kept at their cells if all tensors have them', async () => {
    const one = await readOne({ companions, values: [[1, 2], [3]] })
    // Its first token is not listed, so that rows are filled up.
    const other = await readOne({
      first_index: 1,
      tokens: ['b', 'c'],
      companions: { note: [['x'], ['y', 'z']], count: [[7], [8, 9]], more: [[0], [0, 0]] },
      values: [[1], [2, 3]],
    })
    const made = combine([partOf(one), partOf(other)])
    const tensor = await reread(made.tensor)
    const textsAt = (...cell: readonly [number, number, number]) =>
      companionsAt(tensor, ...cell).map(({ name, text }) => `${name} ${text}`)
    expect(textsAt(0, 0, 1)).toEqual(['count 2', 'note undefined'])
    expect(textsAt(0, 1, 0)).toEqual(['count 3', 'note c'])
    expect(textsAt(1, 1, 1)).toEqual(['count 8', 'note y'])
    expect(textsAt(1, 1, 2)).toEqual(['count 9', 'note z'])
    expect(textsAt(1, 0, 0)).toEqual(['count undefined', 'note undefined'])
    expect(made.notices).toContain(
      'Left out, since not all tensors have the same companions: more.',
    )
  })

  it('are left out if one has numbers and the other texts', async () => {
    const one = await readOne({ companions: { x: [[1]] }, values: [[1]] })
    const other = await readOne({ companions: { x: [['a']] }, values: [[1]] })
    expect(combine([partOf(one), partOf(other)]).tensor).not.toHaveProperty('companions')
  })
})
