import { act, renderHook } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { useRequests } from '../../src/app/open/RequestBar'
import { type Loader } from '../../src/app/open/useLoader'

function send(origin: string, title: string): void {
  window.dispatchEvent(
    new MessageEvent('message', { origin, data: { simlens: { title, tensor: [[1]] } } }),
  )
}

function ignore(): void {}

it('what comes in the moment of an answer still waits', () => {
  const open = vi.fn<Loader['open']>()
  const loader = { open, cancel: ignore, isLoading: () => false, arrange: ignore }
  const { result } = renderHook(() => useRequests(loader, ignore))
  act(() => send('https://a.example', 'shown'))
  act(() => {
    send('https://a.example', 'later')
    send('https://b.example', 'other')
    result.current.answer(true)
  })
  expect(open.mock.calls.map(([files]) => files.length)).toEqual([1])
  expect(result.current.first).toMatchObject({ origin: 'https://a.example', contents: [{}] })
  act(() => result.current.answer(false))
  expect(result.current.first?.origin).toBe('https://b.example')
})
