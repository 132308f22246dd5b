import { act, fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { type FigureModel } from '../../src/figure/figureModel'
import { longModel } from './longModel'
import { showZoomed } from './zoomPage'

const columns = { start: 1000, span: 400 }

/** Moves the pointer to a point of the plot by its shares; jsdom puts the figure's corner at that of the window. */
function pointAt({ plots }: FigureModel, u: number, v: number): void {
  const { x, y, width, height } = plots[0].layout.grid.plot
  fireEvent.pointerMove(screen.getByTestId('figure'), {
    clientX: x + u * width,
    clientY: y + v * height,
  })
}

function tooltip(): string | undefined {
  return document.querySelector('.tooltip')?.textContent
}

/** Scrolls the page by CSS pixels. */
function scrollBy(pixels: number): void {
  const panel = document.querySelector('.figure')
  if (panel === null) throw new Error('no figure is drawn')
  vi.spyOn(panel, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, -pixels, 960, 600))
  act(() => {
    fireEvent.scroll(document)
  })
}

describe('a pointer that rests over the figure', () => {
  it('reads what a key brings under it', async () => {
    const model = await longModel()
    const { column } = await showZoomed(model, { columns })
    pointAt(model, 0.5015, 0.5)
    expect(column()).toBe(1200)
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    expect(column()).toBe(1300)
    expect(tooltip()).toContain('token 1300 ')
  })

  it('reads what the wheel brings under it', async () => {
    const model = await longModel()
    const { column, windows } = await showZoomed(model)
    pointAt(model, 0.7, 0.5)
    const bin = column()
    const { x, y, width, height } = model.plots[0].layout.grid.plot
    const point = { clientX: x + 0.7 * width, clientY: y + 0.5 * height }
    fireEvent.wheel(screen.getByTestId('figure'), { deltaY: -2000, ...point })
    const { start = NaN, span = NaN } = windows().columns ?? {}
    expect(column()).not.toBe(bin)
    expect(column()).toBe(Math.floor(start + 0.7 * span))
  })

  it('reads what the page scrolls under it, and nothing where that is no cell', async () => {
    const model = await longModel()
    await showZoomed(model, { columns })
    pointAt(model, 0.5015, 0.51)
    expect(tooltip()).toContain('layer 5 · token 1200 ')
    const { height } = model.plots[0].layout.grid.plot
    scrollBy((2 / 12) * height)
    expect(tooltip()).toContain('layer 3 · token 1200 ')
    scrollBy(height)
    expect(tooltip()).toBeUndefined()
    scrollBy(0)
    expect(tooltip()).toContain('layer 5 · token 1200 ')
  })
})

describe('a cell that keys read', () => {
  it('stays that cell, whatever moves under the pointer', async () => {
    const model = await longModel()
    const { column } = await showZoomed(model, { columns })
    pointAt(model, 0.5015, 0.5)
    await userEvent.keyboard('{ArrowRight}')
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    expect(column()).toBe(1201)
    scrollBy(100)
    expect(column()).toBe(1201)
    expect(tooltip()).toContain('token 1201 ')
  })

  it('has no tooltip while it is out of view', async () => {
    const model = await longModel()
    await showZoomed(model, { columns })
    await userEvent.keyboard('{ArrowRight}')
    expect(tooltip()).toContain('token 1000 ')
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    expect(tooltip()).toBeUndefined()
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    expect(tooltip()).toContain('token 1000 ')
  })
})
