import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi, type Mock } from 'vitest'
import { Overview } from '../../src/app/figure/Overview'
import { createCellStore, type CellStore } from '../../src/app/reading/CellStore'
import { columnOfToken } from '../../src/tensor/Matrix'
import { type Windows } from '../../src/tensor/Windows'
import { type FigureModel } from '../../src/figure/figureModel'
import { longModel } from './longModel'

let model: FigureModel
let store: CellStore

beforeEach(async () => {
  model = await longModel()
  store = createCellStore()
  // jsdom has no pointer capture; where the pointer goes is up to the test.
  Element.prototype.setPointerCapture = vi.fn<(id: number) => void>()
})

type OnZoom = (windows: Windows) => void

async function show(windows: Windows): Promise<Mock<OnZoom>> {
  const onZoom = vi.fn<OnZoom>()
  render(<Overview {...{ model, windows, store, onZoom }} />)
  await waitFor(() => expect(strip().querySelector('image')).not.toBeNull())
  return onZoom
}

function strip(): HTMLElement {
  return screen.getByTestId('overview')
}

/** The path of the marks of found tokens. */
function hitLines(): string {
  return strip().querySelector('.overview-hits')?.getAttribute('d') ?? ''
}

function width(): number {
  return model.plots[0].layout.grid.plot.width
}

/** A point of the strip by its share; jsdom puts the strip's left edge at 0. */
function at(share: number): { buttons: number; clientX: number } {
  return { buttons: 1, clientX: share * width() }
}

describe('Overview', () => {
  it('shows all columns, with all of them marked where nothing is zoomed', async () => {
    await show({})
    expect(strip()).toHaveAccessibleName('All columns')
    const shown = strip().querySelector('.overview-window')
    expect(shown).toHaveAttribute('x', '0')
    expect(Number(shown?.getAttribute('width'))).toBeCloseTo(width(), 6)
  })

  it('marks the part that the figure shows', async () => {
    await show({ columns: { start: 1000, span: 500 } })
    const shown = strip().querySelector('.overview-window')
    expect(Number(shown?.getAttribute('x'))).toBeCloseTo(width() / 4, 6)
    expect(Number(shown?.getAttribute('width'))).toBeCloseTo(width() / 8, 6)
  })

  it('marks the tokens that a search found, each pixel once, until another matrix is shown', async () => {
    await show({})
    const { matrix } = model.plots[0].basis
    expect(hitLines()).toBe('')
    const unit = width() / matrix.columnCount
    act(() => store.found.set({ matrix, tokens: [0, 2000] }))
    const places = [0, 2000].map((token) => Math.floor((columnOfToken(matrix, token) + 0.5) * unit))
    expect(hitLines()).toBe(places.map((x) => `M${x + 0.5},0v28`).join(''))
    act(() =>
      store.found.set({ matrix, tokens: Array.from({ length: 4000 }, (_, token) => token) }),
    )
    expect(hitLines().split('M').length - 1).toBeLessThanOrEqual(Math.ceil(width()))
    act(() => store.found.set({ matrix: { ...matrix }, tokens: [0] }))
    expect(hitLines()).toBe('')
  })

  it('marks a part that is less than a pixel so that it is seen', async () => {
    await show({ columns: { start: 1000, span: 1 } })
    expect(strip().querySelector('.overview-window')).toHaveAttribute('width', '3')
  })

  it('moves the part to where it is pressed, and along with a drag', async () => {
    const layers = { start: 2, span: 4 }
    const onZoom = await show({ columns: { start: 0, span: 400 }, layers })
    fireEvent.pointerDown(strip(), at(0.5))
    expect(onZoom).toHaveBeenLastCalledWith({ columns: { start: 1800, span: 400 }, layers })
    fireEvent.pointerMove(strip(), at(0.75))
    expect(onZoom).toHaveBeenLastCalledWith({ columns: { start: 2800, span: 400 }, layers })
  })

  it('moves it no farther than the ends', async () => {
    const onZoom = await show({ columns: { start: 0, span: 400 } })
    fireEvent.pointerDown(strip(), at(0))
    expect(onZoom).toHaveBeenLastCalledWith({ columns: { start: 0, span: 400 } })
    fireEvent.pointerMove(strip(), at(1.5))
    expect(onZoom).toHaveBeenLastCalledWith({ columns: { start: 3600, span: 400 } })
  })

  it('moves nothing under a pointer that passes, or by another button', async () => {
    const onZoom = await show({ columns: { start: 0, span: 400 } })
    fireEvent.pointerMove(strip(), { ...at(0.5), buttons: 0 })
    fireEvent.pointerDown(strip(), { ...at(0.5), buttons: 2 })
    expect(onZoom).not.toHaveBeenCalled()
  })

  it('makes its picture once, whatever the figure shows', async () => {
    const { rerender } = render(
      <Overview model={model} windows={{}} store={store} onZoom={vi.fn<OnZoom>()} />,
    )
    await waitFor(() => expect(strip().querySelector('image')).not.toBeNull())
    const image = strip().querySelector('image')
    const href = image?.getAttribute('href')
    const columns = { start: 100, span: 50 }
    rerender(
      <Overview model={model} windows={{ columns }} store={store} onZoom={vi.fn<OnZoom>()} />,
    )
    expect(strip().querySelector('image')).toBe(image)
    expect(image).toHaveAttribute('href', href)
  })
})
