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

  it.each([new TypeError('x is undefined'), 'text', undefined])(
    'calls %s a fault of ours',
    (error) => {
      expect(problemOf(error, words)).toMatchObject({ tag: 'internal' })
    },
  )

  it('names the subject of the job and its verb', () => {
    const { message } = problemOf(new TypeError('x'), words)
    expect(message).toContain('“a.json” could not be read because')
    expect(brokenWorker(words, 'it ended').message).toBe('“a.json” could not be read: it ended.')
  })
})
