import { fireEvent, render, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { createCellStore } from '../../src/app/reading/CellStore'
import { FigurePanel } from '../../src/app/figure/FigurePanel'
import { type PinnedIndex } from '../../src/tensor/View'
import { type Windows } from '../../src/tensor/Windows'
import { picturesOf } from '../unit/figure/drawCase'
import { longModel } from './longModel'
import { manyLayers } from './zoomPage'

interface Lagging {
  /** Every window that the gestures asked for, in their order. */
  readonly asked: readonly Windows[]
  readonly show: (windows: Windows) => void
  readonly wheel: (deltaY: number) => void
  /** Shows a window to gestures that ask for nothing, as while another tensor's figure is made. */
  readonly showStill: (windows: Windows) => void
}

const ignore = (): void => undefined

/** A figure that shows a zoom when the test says so, as a busy page does: late, and not every step. */
async function laggingFigure(start: Windows, make = longModel): Promise<Lagging> {
  const model = await make()
  const asked: Windows[] = []
  const props = { model, pictures: picturesOf(model), store: createCellStore(), pinned: undefined }
  const onZoom = (windows: Windows): void => {
    asked.push(windows)
  }
  const onPin = vi.fn<(cell: PinnedIndex | undefined) => void>()
  const panel = (windows: Windows, onZoomed = onZoom) => (
    <FigurePanel {...props} {...{ windows, onPin }} onZoom={onZoomed} />
  )
  const { rerender, container } = render(panel(start))
  const { x, y, width, height } = model.plots[0].layout.grid.plot
  const point = { clientX: x + 0.25 * width, clientY: y + 0.5 * height }
  return {
    asked,
    show: (windows) => rerender(panel(windows)),
    showStill: (windows) => rerender(panel(windows, ignore)),
    wheel: (deltaY) => {
      fireEvent.wheel(within(container).getByTestId('figure'), { deltaY, ...point })
    },
  }
}

it('loses no step when the page shows the first of them late', async () => {
  const { asked, show, wheel } = await laggingFigure({})
  for (const deltaY of [-500, -400, 300]) wheel(deltaY)
  for (const windows of asked.slice(0, 2)) {
    show(windows)
    wheel(-100)
  }
  expect(asked).toHaveLength(5)
  const { start = NaN, span = NaN } = asked.at(-1)?.columns ?? {}
  expect(span).toBeCloseTo(4000 / 2 ** 1.6, 6)
  expect(start + 0.25 * span).toBeCloseTo(1000, 6)
})

it('loses no step of many layers either', async () => {
  const { asked, wheel } = await laggingFigure({}, manyLayers)
  for (const deltaY of [-300, -200, 100]) wheel(deltaY)
  const late = asked.at(-1)?.layers
  const prompt = await laggingFigure({}, manyLayers)
  prompt.wheel(-400)
  const atOnce = prompt.asked.at(-1)?.layers
  expect(late?.span).toBeCloseTo(atOnce?.span ?? NaN, 6)
  expect(late?.start).toBeCloseTo(atOnce?.start ?? NaN, 6)
})

it('asks for nothing when it is shown a window, also while a gesture is open', async () => {
  const { asked, show, wheel } = await laggingFigure({})
  wheel(-500)
  show({ columns: { start: 100, span: 400 } })
  show({ columns: { start: 300, span: 800 } })
  expect(asked).toHaveLength(1)
})

it('goes on from a window that something else chose, and from its own one when that is chosen again', async () => {
  const { asked, show, wheel } = await laggingFigure({})
  wheel(-500)
  const [own = {}] = asked
  show(own)
  show({ columns: { start: 0, span: 400 } })
  wheel(-500)
  expect(asked.at(-1)?.columns?.start).toBeCloseTo(50, 6)
  expect(asked.at(-1)?.columns?.span).toBeCloseTo(200, 6)
  show(own)
  wheel(-500)
  expect(asked.at(-1)?.columns?.span).toBeCloseTo(1000, 6)
})

it('does not make up later for steps that counted for nothing', async () => {
  const { asked, show, showStill, wheel } = await laggingFigure({})
  const whole: Windows = {}
  showStill(whole)
  wheel(-500)
  show(whole)
  wheel(-500)
  expect(asked.map(({ columns }) => columns?.span)).toEqual([2000])
})
