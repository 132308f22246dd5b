import { fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { type FigureModel } from '../../src/figure/figureModel'
import { longModel } from './longModel'
import { manyLayers, showZoomed } from './zoomPage'

/** A point of the plot by its shares; jsdom puts the figure's corner at that of the window. */
function at({ plots }: FigureModel, u: number, v: number): { clientX: number; clientY: number } {
  const { x, y, width, height } = plots[0].layout.grid.plot
  return { clientX: x + u * width, clientY: y + v * height }
}

/** Drags from the middle of the plot, by CSS pixels. */
function drag(model: FigureModel, right: number, down: number): void {
  const from = at(model, 0.5, 0.5)
  const to = { clientX: from.clientX + right, clientY: from.clientY + down }
  fireEvent(screen.getByTestId('figure'), mouseEvent('mousedown', from))
  fireEvent(document.body, mouseEvent('mousemove', to))
  fireEvent(document.body, mouseEvent('mouseup', to))
}

/** As a browser makes it: with the window that d3-zoom listens to, which jsdom's constructor does not take. */
function mouseEvent(type: string, point: MouseEventInit): MouseEvent {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, button: 0, ...point })
  Object.defineProperty(event, 'view', { value: window })
  return event
}

describe('zooming by wheel', () => {
  it('leaves what is under the pointer where it is', async () => {
    const model = await longModel()
    const { windows } = await showZoomed(model)
    const panel = screen.getByTestId('figure')
    fireEvent.wheel(panel, { deltaY: -500, ...at(model, 0.25, 0.5) })
    const { start = NaN, span = NaN } = windows().columns ?? {}
    expect(span).toBeCloseTo(2000, 6)
    expect(start + 0.25 * span).toBeCloseTo(1000, 6)
    expect(windows()).not.toHaveProperty('layers')
    fireEvent.wheel(panel, { deltaY: 500, ...at(model, 0.25, 0.5) })
    expect(windows()).toEqual({})
  })

  it('goes on from where keys went', async () => {
    const model = await longModel()
    const { windows } = await showZoomed(model)
    await userEvent.keyboard('+')
    const panel = screen.getByTestId('figure')
    fireEvent.wheel(panel, { deltaY: -500, ...at(model, 0, 0.5) })
    expect(windows().columns?.start).toBeCloseTo(1000, 6)
    expect(windows().columns?.span).toBeCloseTo(1000, 6)
  })

  it('shows all again by a double click', async () => {
    const model = await longModel()
    const { windows } = await showZoomed(model, { columns: { start: 7, span: 40 } })
    fireEvent.doubleClick(screen.getByTestId('figure'), at(model, 0.5, 0.5))
    expect(windows()).toEqual({})
  })

  it('zooms many layers about the pointer, too', async () => {
    const model = await manyLayers()
    const { windows } = await showZoomed(model)
    fireEvent.wheel(screen.getByTestId('figure'), { deltaY: -500, ...at(model, 0.5, 0.25) })
    const { start = NaN, span = NaN } = windows().layers ?? {}
    expect(span).toBeLessThan(400)
    expect(start + 0.75 * span).toBeCloseTo(300, 6)
  })
})

/** Drags with Shift over shares of the plot, as a browser does: with a click at the end. */
function drawBox(
  model: FigureModel,
  [u, v]: readonly [u: number, v: number],
  [toU, toV]: readonly [u: number, v: number],
): void {
  const panel = screen.getByTestId('figure')
  const [from, to] = [at(model, u, v), at(model, toU, toV)]
  fireEvent.pointerDown(panel, { shiftKey: true, button: 0, ...from })
  fireEvent(panel, mouseEvent('mousedown', { ...from, shiftKey: true }))
  fireEvent.pointerMove(document.body, { shiftKey: true, ...to })
  fireEvent(document.body, mouseEvent('mousemove', to))
  fireEvent.pointerUp(document.body, { shiftKey: true, ...to })
  fireEvent(document.body, mouseEvent('mouseup', to))
  fireEvent.click(panel, to)
}

describe('dragging with Shift', () => {
  it('keeps the cells of a box while the page scrolls', async () => {
    const model = await manyLayers()
    const { windows } = await showZoomed(model)
    const panel = screen.getByTestId('figure')
    fireEvent.pointerDown(panel, { shiftKey: true, button: 0, ...at(model, 0.5002, 0.25) })
    const scrolled = vi.spyOn(Element.prototype, 'getBoundingClientRect')
    scrolled.mockReturnValue(new DOMRect(0, -100, 960, 600))
    const { clientX, clientY } = at(model, 0.75, 0.5)
    fireEvent.pointerUp(document.body, { shiftKey: true, clientX, clientY: clientY - 100 })
    scrolled.mockRestore()
    expect(windows()).toEqual({
      columns: { start: 1000, span: 500 },
      layers: { start: 200, span: 100 },
    })
  })

  it('zooms to the cells that the box touches, from any corner', async () => {
    const model = await manyLayers()
    const { windows, pins } = await showZoomed(model)
    drawBox(model, [0.75, 0.5], [0.5002, 0.25])
    expect(windows()).toEqual({
      columns: { start: 1000, span: 500 },
      layers: { start: 200, span: 100 },
    })
    expect(pins()).toBe(0)
    // All again in one gesture, however the box was shaped.
    fireEvent.wheel(screen.getByTestId('figure'), { deltaY: 5000, ...at(model, 0.5, 0.5) })
    expect(windows()).toEqual({})
  })

  it('zooms few layers too, which the wheel then keeps', async () => {
    const model = await longModel()
    const { layerCount } = model.plots[0].basis.matrix
    const { windows } = await showZoomed(model)
    drawBox(model, [0.25, 0.001], [0.4999, 0.4999])
    expect(windows().columns).toEqual({ start: 1000, span: 1000 })
    expect(windows().layers).toEqual({ start: layerCount / 2, span: layerCount / 2 })
    fireEvent.wheel(screen.getByTestId('figure'), { deltaY: -50, ...at(model, 0.5, 0.5) })
    expect(windows().layers?.span).toBeLessThan(layerCount / 2)
  })

  it('along a row selects columns only', async () => {
    const model = await longModel()
    const { windows, pins } = await showZoomed(model)
    drawBox(model, [0.25, 0.5], [0.4999, 0.501])
    expect(windows()).toEqual({ columns: { start: 1000, span: 1000 } })
    expect(pins()).toBe(0)
  })

  it('over a dot is a click', async () => {
    const model = await longModel()
    const { windows, pins } = await showZoomed(model)
    drawBox(model, [0.5, 0.5], [0.501, 0.501])
    expect(windows()).toEqual({})
    expect(pins()).toBe(1)
  })

  it('shows the box, which Escape discards', async () => {
    const model = await longModel()
    const { windows } = await showZoomed(model)
    const panel = screen.getByTestId('figure')
    fireEvent.pointerDown(panel, { shiftKey: true, button: 0, ...at(model, 0.25, 0.25) })
    fireEvent.pointerMove(document.body, at(model, 0.5, 0.5))
    expect(document.querySelectorAll('.zoom-box')).toHaveLength(1)
    fireEvent.keyDown(document.body, { key: 'Escape' })
    fireEvent.pointerUp(document.body, at(model, 0.5, 0.5))
    expect(document.querySelectorAll('.zoom-box')).toHaveLength(0)
    expect(windows()).toEqual({})
  })
})

describe('dragging', () => {
  it('moves the tokens with the pointer', async () => {
    const model = await longModel()
    const { windows } = await showZoomed(model, { columns: { start: 1000, span: 400 } })
    drag(model, -model.plots[0].layout.grid.plot.width / 4, 0)
    expect(windows().columns?.start).toBeCloseTo(1100, 6)
    expect(windows().columns?.span).toBeCloseTo(400, 6)
  })

  it.each([
    ['down', 1],
    ['up', -1],
  ])('moves many layers %s after keys zoomed them', async (_, sign) => {
    const model = await manyLayers()
    const { windows } = await showZoomed(model)
    await userEvent.keyboard('+++')
    const before = windows().layers ?? { start: NaN, span: NaN }
    drag(model, 0, (sign * model.plots[0].layout.grid.plot.height) / 10)
    const after = windows().layers ?? { start: NaN, span: NaN }
    expect(after.start - before.start).toBeCloseTo((sign * before.span) / 10, 6)
    expect(after.span).toBeCloseTo(before.span, 6)
  })
})
