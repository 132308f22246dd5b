import { describe, expect, it } from 'vitest'
import { gestureY } from '../../src/app/zoom/layersAfter'

/** What d3 reads of a touch event; jsdom cannot make a whole one. */
function touchEvent(...ys: readonly number[]): Event {
  const touches = ys.map((clientY) => ({ clientX: 0, clientY }))
  return Object.assign(new Event('touchmove'), { touches })
}

function seen(event: Event): number {
  document.body.dispatchEvent(event)
  return gestureY(event, document.body)
}

describe('gestureY', () => {
  it('is where the pointer is', () => {
    expect(seen(new MouseEvent('wheel', { clientY: 40 }))).toBe(40)
  })

  it('is between the fingers of a pinch', () => {
    expect(seen(touchEvent(20))).toBe(20)
    expect(seen(touchEvent(20, 60))).toBe(40)
  })
})
