import { act, render, screen } from '@testing-library/react'
import { useRef, type ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { useSize } from '../../src/app/figure/useSize'

let report = (): void => undefined
let drawFrame = (): void => undefined

/** Reports when the test says so. */
class FakeObserver {
  constructor(callback: () => void) {
    report = callback
  }
  observe(): void {}
  disconnect(): void {}
}

afterEach(() => vi.unstubAllGlobals())

it('changes nothing while sizes are reported, which would be a loop, but in the next frame', async () => {
  vi.stubGlobal('ResizeObserver', FakeObserver)
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
    drawFrame = callback
    return 1
  })
  const clientWidth = vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(700)
  render(<Sized />)
  expect(screen.getByText('700 px')).toBeVisible()
  clientWidth.mockReturnValue(500)
  await act(async () => report())
  expect(screen.getByText('700 px')).toBeVisible()
  await act(async () => drawFrame())
  expect(screen.getByText('500 px')).toBeVisible()
})

function Sized(): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const { size } = useSize(frame)
  return <div ref={frame}>{size?.width} px</div>
}
