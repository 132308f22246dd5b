import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi, type Mock } from 'vitest'
import { Navigation } from '../../src/app/page/Navigation'
import { createCellStore, type CellStore } from '../../src/app/reading/CellStore'
import { type PageFigure } from '../../src/app/figure/useFigure'
import { type MatrixCell } from '../../src/tensor/binContents'
import { type Windows } from '../../src/tensor/Windows'
import { type FigureModel } from '../../src/figure/figureModel'
import { picturesOf } from '../unit/figure/drawCase'
import { cellOf, modelNamed } from './publishedModel'

type OnZoom = (windows: Windows) => void

interface Shown {
  readonly store: CellStore
  readonly onZoom: Mock<OnZoom>
  readonly field: HTMLElement
}

function figureOf(model: FigureModel, pinned?: MatrixCell): PageFigure {
  return { model, pictures: picturesOf(model), isExact: true, pinned, scale: 1 }
}

function show(model: FigureModel, windows: Windows = {}, pinned?: MatrixCell): Shown {
  const store = createCellStore()
  const onZoom = vi.fn<OnZoom>()
  render(<Navigation {...{ windows, store, onZoom }} figure={figureOf(model, pinned)} />)
  return { store, onZoom, field: screen.getByLabelText('Go to token') }
}

it('a token that is searched for comes into view, also in a tensor of few columns', async () => {
  const model = await modelNamed('published')
  const { store, onZoom, field } = show(model, { columns: { start: 10, span: 5 } })
  await userEvent.type(field, 'level')
  const cell = cellOf(model, 0, 12)
  expect(store.get()?.cell).toEqual(cell)
  const { start, span } = onZoom.mock.lastCall?.[0].columns ?? { start: NaN, span: NaN }
  expect(start).toBeLessThanOrEqual(cell.columnIndex)
  expect(start + span).toBeGreaterThan(cell.columnIndex)
})

it('a token that is searched for is read in a layer of its own tensor', async () => {
  const model = await modelNamed('published')
  const { store, field } = show(model)
  const other = (await modelNamed('raster')).plots[0].basis.matrix
  store.set({ cell: { rowIndex: 40, columnIndex: 0 }, matrix: other, isShown: true })
  await userEvent.type(field, 'level')
  expect(store.get()?.cell).toEqual(cellOf(model, 0, 12))
})

it('a token that is searched for is read at its most extreme cell, or in the layer of the pinned cell', async () => {
  const model = await modelNamed('published')
  const free = show(model)
  await userEvent.type(free.field, 'plum')
  expect(free.store.get()?.cell).toEqual(cellOf(model, 11, 6))
  cleanup()
  const held = show(model, {}, cellOf(model, 5, 12))
  await userEvent.type(held.field, 'plum')
  expect(held.store.get()?.cell).toEqual(cellOf(model, 5, 6))
})

it('the tokens that a search finds are listed, and kept for the overview', async () => {
  const model = await modelNamed('published')
  const { store, field } = show(model)
  await userEvent.type(field, ':')
  expect(store.found.get()?.tokens).toEqual([2, 8])
  await userEvent.click(screen.getByRole('button', { name: 'List' }))
  const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(items).toEqual(['2 :', '8 :'])
  await userEvent.click(screen.getByRole('button', { name: '8 :' }))
  expect(store.get()?.cell.columnIndex).toBe(cellOf(model, 0, 8).columnIndex)
  expect(screen.getByLabelText('Hits').textContent).toBe('2 of 2')
})

it('Enter after a search without hits leaves no trace in the next tensor', async () => {
  const props = { windows: {}, store: createCellStore(), onZoom: vi.fn<OnZoom>() }
  const equalTexts = await modelNamed('equal-texts')
  const published = await modelNamed('published')
  const { rerender } = render(<Navigation {...props} figure={figureOf(equalTexts)} />)
  await userEvent.type(screen.getByLabelText('Go to token'), 'level{Enter}')
  rerender(<Navigation {...props} figure={figureOf(published)} />)
  expect(screen.getByLabelText('Hits').textContent).toBe('1 of 1')
})
