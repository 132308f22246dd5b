import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../src/formats/canonical/canonicalJson'
import { problemOf } from '../problemOf'
import { readOne } from '../readText'

const difference = {
  A: { label: 'step 200', hidden_size: 128, source: 'run' },
  B: { label: 'step 0' },
  matched: 'text',
}

describe('the key difference', () => {
  it('is read and written', async () => {
    const tensor = await readOne({ difference, values: [[1]] })
    expect(tensor.difference).toStrictEqual({
      a: { label: 'step 200', hiddenSize: 128, source: 'run' },
      b: { label: 'step 0' },
      matched: 'text',
    })
    const json = canonicalJson(tensor).join('')
    expect(JSON.parse(json)).toHaveProperty('difference', difference)
    expect(await readOne({ difference: null, values: [[1]] })).not.toHaveProperty('difference')
  })

  it('is read, written and checked for a query by itself', async () => {
    const queries = [{ label: 'M', position: 1, difference }, 'N']
    const tensor = await readOne({ queries, values: [[[1]], [[1]]] })
    expect(tensor.queries[0]?.difference?.a).toStrictEqual({
      label: 'step 200',
      hiddenSize: 128,
      source: 'run',
    })
    expect(tensor.queries[1]).not.toHaveProperty('difference')
    expect(tensor).not.toHaveProperty('difference')
    const json = canonicalJson(tensor).join('')
    expect(JSON.parse(json)).toHaveProperty('queries.0.difference', difference)
    const wrong = [{ difference: { ...difference, A: 3 } }]
    const problem = await problemOf(() => readOne({ queries: wrong, values: [[1]] }))
    expect(problem.message).toBe(
      'queries[0].difference.A is a number (3) where an object with label, hidden_size, model and source was expected.',
    )
  })

  it.each([
    [3, 'difference is a number (3) where an object with A, B and matched was expected.'],
    [
      { ...difference, A: 3 },
      'difference.A is a number (3) where an object with label, hidden_size, model and source was expected.',
    ],
    [
      { ...difference, B: { hidden_size: 0 } },
      'difference.B.hidden_size is a number (0) where a whole number from 1 was expected.',
    ],
    [
      { ...difference, matched: 'luck' },
      'difference.matched is text ("luck") where "sequence", "pieces", "text", "position" or "distance" was expected.',
    ],
    [
      { ...difference, distance: 'none' },
      'difference.distance is text ("none") where true or false was expected.',
    ],
  ])('%j is refused with its place', async (wrong, message) => {
    const problem = await problemOf(() => readOne({ difference: wrong, values: [[1]] }))
    expect(problem.message).toBe(message)
  })
})
