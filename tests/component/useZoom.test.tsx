import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { createCellStore } from '../../src/app/reading/CellStore'
import { FigurePanel } from '../../src/app/figure/FigurePanel'
import { type PinnedIndex } from '../../src/tensor/View'
import { type Windows } from '../../src/tensor/Windows'
import { picturesOf } from '../unit/figure/drawCase'
import { modelNamed } from './publishedModel'

type OnPin = (cell: PinnedIndex | undefined) => void
type OnZoom = (windows: Windows) => void

it.each([
  ['published', true],
  ['one-cell', false],
  ['without-past', false],
])('the wheel over the figure %s zooms where there is something to zoom: %s', async (name, can) => {
  const model = await modelNamed(name)
  const pictures = picturesOf(model)
  const onZoom = vi.fn<OnZoom>()
  const props = { model, pictures, store: createCellStore(), pinned: undefined, windows: {} }
  render(<FigurePanel {...props} onPin={vi.fn<OnPin>()} onZoom={onZoom} />)
  const { x, y } = model.plots[0].layout.grid.plot
  fireEvent.wheel(screen.getByTestId('figure'), { deltaY: -300, clientX: x + 50, clientY: y + 50 })
  const zoomed = onZoom.mock.calls.map(([{ columns }]) => columns)
  expect(zoomed.every((columns) => columns !== undefined && columns.span > 0)).toBe(true)
  expect(zoomed.length > 0).toBe(can)
})
