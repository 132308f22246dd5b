import { afterEach, expect, it, vi } from 'vitest'
import { readStored, writeStored } from '../../src/app/base/readStored'

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

it('gives a value of JSON back', () => {
  writeStored('x', { a: [1, 'two', null] })
  expect(readStored('x')).toEqual({ a: [1, 'two', null] })
})

it('keeps one name apart from another', () => {
  writeStored('x', 1)
  expect(readStored('y')).toBeUndefined()
})

it.each(['', '{', 'open'])('takes %j for nothing', (text) => {
  localStorage.setItem('simlens:x', text)
  expect(readStored('x')).toBeUndefined()
})

it('is quiet where there is no storage', () => {
  vi.stubGlobal('localStorage', undefined)
  writeStored('x', 1)
  expect(readStored('x')).toBeUndefined()
})

it('is quiet where the storage is full', () => {
  writeStored('x', 1)
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  writeStored('x', 2)
  vi.unstubAllGlobals()
  expect(readStored('x')).toBe(1)
})
