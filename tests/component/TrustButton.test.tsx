import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TrustButton } from '../../src/app/open/TrustButton'

let left = 0
let records: object[] = []
const onClick = vi.fn<() => void>()

/** Reports what a test wrote into `records`, and only when it is asked. */
class FakeObserver {
  observe(): void {
    records = []
  }

  takeRecords(): object[] {
    return records.splice(0)
  }

  disconnect(): void {
    records = []
  }
}

/** Lets time pass in small steps. */
function pass(ms: number): void {
  act(() => void vi.advanceTimersByTime(ms))
}

function button(): HTMLElement {
  return screen.getByRole('button', { name: 'Open it' })
}

/** A pointer event as the browser sends it, at a place of the screen and of the page. */
function pointer(type: string, screenX: number, clientX: number): void {
  fireEvent(window, new MouseEvent(type, { screenX, clientX, bubbles: true }))
}

describe('TrustButton', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('IntersectionObserver', FakeObserver)
    left = 0
    onClick.mockClear()
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
      () => new DOMRect(left, 0, 80, 30),
    )
    render(<TrustButton onClick={onClick}>Open it</TrustButton>)
  })

  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it('can be pressed once it has been in its place for half a second', () => {
    pass(400)
    expect(button()).toBeDisabled()
    pass(300)
    expect(button()).toBeEnabled()
    fireEvent.click(button())
    expect(onClick).toHaveBeenCalledOnce()
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

  it.each<[string, () => void]>([
    ['has moved', () => (left = 40)],
    ['was covered', () => records.push({ isIntersecting: true, isVisible: false })],
    ['was out of sight', () => records.push({ isIntersecting: false, isVisible: false })],
    ['is in a window that got the focus', () => fireEvent(window, new Event('focus'))],
    ['is in a window that came up', () => fireEvent(document, new Event('visibilitychange'))],
    [
      'is in a frame that was moved under the pointer',
      () => {
        pointer('pointermove', 200, 100)
        pointer('pointerdown', 200, 40)
      },
    ],
  ])('does nothing when it is pressed in the moment in which it %s', (_, happen) => {
    pass(1000)
    happen()
    expect(button()).toBeEnabled()
    fireEvent.click(button())
    expect(onClick).not.toHaveBeenCalled()
    pass(100)
    expect(button()).toBeDisabled()
  })

  it.each<[string, () => void]>([
    [
      'a pointer that moves',
      () => {
        pointer('pointermove', 200, 100)
        pointer('pointermove', 260, 160)
      },
    ],
    [
      'a press that gives its frame the focus',
      () => {
        pointer('pointerdown', 200, 100)
        fireEvent(window, new Event('focus'))
      },
    ],
  ])('can be pressed after %s', (_, happen) => {
    pass(1000)
    happen()
    fireEvent.click(button())
    expect(onClick).toHaveBeenCalledOnce()
  })
})
