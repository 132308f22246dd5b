import { act, renderHook } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { useMediaQuery } from '../../src/app/base/useMediaQuery'

it('useMediaQuery listens once, follows the window, and stops listening', () => {
  const list = Object.assign(new EventTarget(), { matches: false })
  const listen = vi.spyOn(list, 'addEventListener')
  const unlisten = vi.spyOn(list, 'removeEventListener')
  vi.stubGlobal('matchMedia', () => list)
  const { result, rerender, unmount } = renderHook(() => useMediaQuery('(min-width: 1px)'))
  rerender()
  expect(listen).toHaveBeenCalledTimes(1)
  expect(result.current).toBe(false)
  act(() => {
    list.matches = true
    list.dispatchEvent(new Event('change'))
  })
  expect(result.current).toBe(true)
  unmount()
  expect(unlisten).toHaveBeenCalledTimes(1)
  vi.unstubAllGlobals()
})
