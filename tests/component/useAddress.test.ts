import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { writeSoon } from '../../src/app/open/useAddress'

beforeEach(() => {
  vi.useFakeTimers()
  history.replaceState(null, '', '#before')
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function refuse(): never {
  throw new DOMException('more than 100 times per 10 seconds', 'SecurityError')
}

it('brings a view into the address once it stands still', () => {
  const stop = writeSoon(() => 'x=1,2')
  stop()
  writeSoon(() => 'x=3,4')
  expect(location.hash).toBe('#before')
  vi.runAllTimers()
  expect(location.hash).toBe('#x=3,4')
})

it('does not overwrite an address that was changed meanwhile', () => {
  writeSoon(() => 'x=1,2')
  history.replaceState(null, '', '#data=other.json')
  vi.runAllTimers()
  expect(location.hash).toBe('#data=other.json')
})

it('tries again when the browser refuses', () => {
  vi.spyOn(history, 'replaceState').mockImplementationOnce(refuse).mockImplementationOnce(refuse)
  writeSoon(() => 'x=1,2')
  vi.runAllTimers()
  expect(location.hash).toBe('#x=1,2')
})

it('does not try for an older view, nor for ever', () => {
  const replace = vi.spyOn(history, 'replaceState').mockImplementation(refuse)
  const stop = writeSoon(() => 'x=1,2')
  vi.advanceTimersToNextTimer()
  expect(replace).toHaveBeenCalledOnce()
  stop()
  expect(vi.getTimerCount()).toBe(0)
  writeSoon(() => 'x=3,4')
  vi.runAllTimers()
  expect(location.hash).toBe('#before')
})
