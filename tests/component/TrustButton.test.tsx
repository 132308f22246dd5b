import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TrustButton } from '../../src/app/open/TrustButton'

let left = 0

/** Lets time pass in small steps. */
function pass(ms: number): void {
  act(() => void vi.advanceTimersByTime(ms))
}

function button(): HTMLElement {
  return screen.getByRole('button', { name: 'Open it' })
}

describe('TrustButton', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    left = 0
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
      () => new DOMRect(left, 0, 80, 30),
    )
    render(<TrustButton onClick={() => undefined}>Open it</TrustButton>)
  })

  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('can be pressed once it has been in its place for half a second', () => {
    pass(400)
    expect(button()).toBeDisabled()
    pass(300)
    expect(button()).toBeEnabled()
  })

  it('cannot be pressed for half a second after it has moved', () => {
    pass(1000)
    left = 40
    pass(100)
    expect(button()).toBeDisabled()
    pass(300)
    expect(button()).toBeDisabled()
    pass(300)
    expect(button()).toBeEnabled()
  })
})
