import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi, type Mock } from 'vitest'
import { createCellStore } from '../../src/app/reading/CellStore'
import { FigurePanel } from '../../src/app/figure/FigurePanel'
import { type PinnedIndex } from '../../src/tensor/View'
import { Readout } from '../../src/app/reading/Readout'
import { type Plots } from '../../src/layout/LayoutInput'
import { type FigureModel } from '../../src/figure/figureModel'
import * as plotGrid from '../../src/layout/PlotGrid'
import { type CellPicture } from '../../src/figure/CellPicture'
import { type Windows } from '../../src/tensor/Windows'
import { picturesOf } from '../unit/figure/drawCase'
import { cellOf, modelNamed } from './publishedModel'

let model: FigureModel
let pictures: Plots<CellPicture>
/** Called for each cell that is drawn. */
let binRect: Mock<typeof plotGrid.binRect>

beforeEach(async () => {
  binRect = vi.spyOn(plotGrid, 'binRect')
  model = await modelNamed('published')
  pictures = picturesOf(model)
})

type OnPin = (cell: PinnedIndex | undefined) => void
type OnZoom = (windows: Windows) => void

const WHOLE: Windows = {}

function show(): { readonly panel: HTMLElement; readonly onPin: Mock<OnPin> } {
  const onPin = vi.fn<OnPin>()
  const store = createCellStore()
  const zooming = { windows: WHOLE, onZoom: vi.fn<OnZoom>() }
  render(
    <>
      <FigurePanel {...{ model, pictures, store, onPin }} {...zooming} pinned={undefined} />
      <Readout model={model} store={store} pinned={undefined} />
    </>,
  )
  return { panel: screen.getByTestId('figure'), onPin }
}

/** jsdom lays nothing out: the figure's corner is the window's, so its coordinates are the pointer's. */
function pointAt(panel: HTMLElement, layerIndex: number, tokenIndex: number): void {
  fireEvent.pointerMove(panel, { pointerType: 'mouse', ...middleOf(layerIndex, tokenIndex) })
}

function middleOf(layerIndex: number, tokenIndex: number): { clientX: number; clientY: number } {
  const rect = plotGrid.cellMarkRect(
    model.plots[0].layout.grid,
    cellOf(model, layerIndex, tokenIndex),
  )
  if (rect === undefined) throw new Error('the cell is not in view')
  const { x, y, width, height } = rect
  return { clientX: x + width / 2, clientY: y + height / 2 }
}

/** What a browser makes of a tap. */
function tapAt(point: { clientX: number; clientY: number }): PointerEvent {
  return new PointerEvent('click', { pointerType: 'touch', bubbles: true, ...point })
}

function readout(): string | null {
  return screen.getByTestId('readout').textContent
}

describe('reading by pointer', () => {
  it('says the cell under it, and shows where it is', () => {
    const { panel } = show()
    pointAt(panel, 3, 12)
    expect(readout()).toBe('layer 3 · token 12 "level" (3 back) · 0.0283')
    expect(document.querySelector('.crosshair')).not.toBeNull()
    expect(document.querySelector('.tooltip')).toHaveTextContent('0.0283')
  })

  it('draws no cell again and changes nothing in the figure', async () => {
    const { panel } = show()
    const cells = [...panel.querySelectorAll('[data-layer]')]
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => changes.push(...records))
    observer.observe(panel, { subtree: true, childList: true, attributes: true })
    expect(binRect.mock.calls.length).toBeGreaterThanOrEqual(180)
    binRect.mockClear()
    for (let token = 0; token < 15; token++) pointAt(panel, token % 12, token)
    await Promise.resolve()
    observer.disconnect()
    expect(cells).toHaveLength(180)
    expect(changes).toEqual([])
    expect([...panel.querySelectorAll('[data-layer]')]).toEqual(cells)
    // One for the test, one for the crosshair, one for the tooltip each time; a drawing takes 180.
    expect(binRect.mock.calls.length).toBeLessThanOrEqual(4 * 15)
  })

  it('hides crosshair and tooltip beside the plot, and keeps the value to be copied', () => {
    const { panel } = show()
    pointAt(panel, 3, 12)
    fireEvent.pointerMove(panel, { pointerType: 'mouse', clientX: 1, clientY: 1 })
    expect(document.querySelector('.crosshair')).toBeNull()
    expect(document.querySelector('.tooltip')).toBeNull()
    expect(readout()).toMatch(/0\.0283$/)
  })

  it('draws no cell again when another cell is pinned', () => {
    const store = createCellStore()
    const onPin = vi.fn<OnPin>()
    const props = { model, pictures, store, onPin, windows: WHOLE, onZoom: vi.fn<OnZoom>() }
    const { rerender } = render(<FigurePanel {...props} pinned={undefined} />)
    expect(binRect.mock.calls.length).toBeGreaterThanOrEqual(180)
    binRect.mockClear()
    rerender(<FigurePanel {...props} pinned={cellOf(model, 3, 12)} />)
    expect(screen.getByTestId('mark')).toBeInTheDocument()
    expect(binRect.mock.calls.length).toBeLessThanOrEqual(2)
  })

  it('pins a cell by a click', () => {
    const { panel, onPin } = show()
    fireEvent.click(panel, middleOf(3, 12))
    expect(onPin).toHaveBeenLastCalledWith([3, 12])
  })
})

describe('reading by touch', () => {
  it('reads by a tap, and lets go by a tap elsewhere', () => {
    const { panel } = show()
    fireEvent(panel, tapAt(middleOf(0, 0)))
    expect(readout()).toMatch(/^layer 0 · token 0 "F"/)
    fireEvent.pointerDown(document.body)
    expect(document.querySelector('.tooltip')).toBeNull()
  })

  it('does not follow a finger that scrolls', () => {
    const { panel } = show()
    fireEvent.pointerMove(panel, { pointerType: 'touch', ...middleOf(3, 12) })
    expect(readout()).toBe('')
  })
})

describe('reading by keyboard', () => {
  it('is one tab stop, with a name and a description', async () => {
    const { panel } = show()
    await userEvent.tab()
    expect(panel).toHaveFocus()
    expect(panel).toHaveAccessibleName('Meta Token #2 • Past Cosine-Sim (Padded)')
    expect(panel).toHaveAccessibleDescription(/^Heatmap of cosine similarity/)
    await userEvent.tab()
    expect(panel).not.toHaveFocus()
  })

  it('walks from the nearest token of layer 0, pins with Enter and lets go with Escape', async () => {
    const { onPin } = show()
    await userEvent.tab()
    await userEvent.keyboard('{ArrowRight}')
    expect(readout()).toMatch(/^layer 0 · token 14 "iers" \(1 back\)/)
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}{ArrowRight}{ArrowRight}')
    expect(readout()).toBe('layer 3 · token 12 "level" (3 back) · 0.0283')
    await userEvent.keyboard('{Enter}')
    expect(onPin).toHaveBeenLastCalledWith([3, 12])
    await userEvent.keyboard('{Escape}')
    expect(onPin).toHaveBeenLastCalledWith(undefined)
    expect(readout()).toBe('')
  })
})
