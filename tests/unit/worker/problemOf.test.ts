import { describe, expect, it } from 'vitest'
import { TensorError } from '../../../src/tensor/TensorError'
import { brokenWorker, problemOf } from '../../../src/worker/problemOf'

const words = { subject: '“a.json”', done: 'read' }

describe('problemOf', () => {
  it('passes on a problem that is one', () => {
    const problem = { tag: 'shape', message: 'm', advice: 'a' } as const
    expect(problemOf(new TensorError(problem), words)).toBe(problem)
  })

  it('calls a failed allocation too large', () => {
    const error = new RangeError('Array buffer allocation failed')
    expect(problemOf(error, words).tag).toBe('too-large')
  })

  it.each([
    'Invalid typed array length: 9007199254740991',
    'Invalid array length',
    'Invalid string length',
    'Out of memory',
  ])('calls %s too large', (message) => {
    expect(problemOf(new RangeError(message), words).tag).toBe('too-large')
  })

  it.each([
    new TypeError('x is undefined'),
    'text',
    undefined,
    new RangeError('Maximum call stack size exceeded'),
    new RangeError('offset is out of bounds'),
    Object.assign(new Error('too much recursion'), { name: 'InternalError' }),
  ])('calls %s a fault of ours', (error) => {
    expect(problemOf(error, words)).toMatchObject({ tag: 'internal' })
  })

  it('names the subject of the job and its verb', () => {
    const { message } = problemOf(new TypeError('x'), words)
    expect(message).toContain('“a.json” could not be read because')
    expect(brokenWorker(words, 'it ended').message).toBe('“a.json” could not be read: it ended.')
  })
})
