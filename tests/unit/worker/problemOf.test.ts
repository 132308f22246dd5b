import { describe, expect, it } from 'vitest'
import { TensorError } from '../../../src/tensor/TensorError'
import { problemOf } from '../../../src/worker/problemOf'

describe('problemOf', () => {
  it('passes on a problem that is one', () => {
    const problem = { tag: 'shape', message: 'm', advice: 'a' } as const
    expect(problemOf(new TensorError(problem), 'a.json')).toBe(problem)
  })

  it('calls a failed allocation too large', () => {
    const error = new RangeError('Array buffer allocation failed')
    expect(problemOf(error, 'a.json').tag).toBe('too-large')
  })

  it.each([new TypeError('x is undefined'), 'text', undefined])(
    'calls %s a fault of ours',
    (error) => {
      expect(problemOf(error, 'a.json')).toMatchObject({ tag: 'internal' })
    },
  )
})
