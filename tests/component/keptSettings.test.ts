import { afterEach, expect, it, vi } from 'vitest'
import { keptSettings, keepSettings } from '../../src/app/settings/keptSettings'

afterEach(() => localStorage.clear())

it('keeps nothing at first', () => {
  expect(keptSettings()).toEqual({})
})

it('gives back what was kept', () => {
  keepSettings({ colormap: 'magma', digits: 2 })
  expect(keptSettings()).toEqual({ colormap: 'magma', digits: 2 })
})

it('leaves out what it does not know, and what is of one tensor', () => {
  localStorage.setItem('simlens:settings', '{"colormap": "pink", "digits": 3, "cell": [0, 1]}')
  expect(keptSettings()).toEqual({ digits: 3 })
})

it.each(['', '{', 'null', '7'])('takes %j for nothing', (text) => {
  localStorage.setItem('simlens:settings', text)
  expect(keptSettings()).toEqual({})
})

it('is quiet where the page may not keep anything', () => {
  vi.stubGlobal('localStorage', undefined)
  keepSettings({ colormap: 'magma' })
  expect(keptSettings()).toEqual({})
  vi.unstubAllGlobals()
})
