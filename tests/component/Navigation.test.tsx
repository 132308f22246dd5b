import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Navigation } from '../../src/app/page/Navigation'
import { createCellStore, type CellStore } from '../../src/app/reading/CellStore'
import { cellAt } from '../../src/tensor/Matrix'
import { type Windows } from '../../src/tensor/Windows'
import { type FigureModel } from '../../src/figure/figureModel'
import { picturesOf } from '../unit/figure/drawCase'
import { COLD, HOT, longModel } from './longModel'
import { cellOf, modelNamed } from './publishedModel'

interface Page {
  readonly store: CellStore
  /** The windows after the last step. */
  readonly windows: () => Windows
}

function show(model: FigureModel, windows: Windows = {}): Page {
  const store = createCellStore()
  let latest = windows
  const figure = { model, pictures: picturesOf(model), isExact: true, pinned: undefined, scale: 1 }
  const onZoom = (next: Windows): void => {
    latest = next
  }
  render(<Navigation {...{ figure, windows, store, onZoom }} />)
  return { store, windows: () => latest }
}

function jumpTo(name: 'highest' | 'lowest'): Promise<void> {
  return userEvent.click(screen.getByRole('button', { name: `Jump to ${name}` }))
}

/** Whether the columns' window shows a whole column. */
function shows({ columns }: Windows, column: number): boolean {
  if (columns === undefined) return true
  return column >= columns.start && column + 1 <= columns.start + columns.span
}

describe('jumping to a cell', () => {
  it('is not offered where no cell has a number', async () => {
    show(await modelNamed('all-missing'))
    expect(screen.getByRole('button', { name: 'Jump to highest' })).toBeDisabled()
    expect(screen.getByRole('button', { name: 'Jump to lowest' })).toBeDisabled()
  })

  it('reads it without a zoom where every column has its label', async () => {
    const model = await modelNamed('published')
    const { store, windows } = show(model)
    await jumpTo('highest')
    expect(store.get()).toMatchObject({ cell: cellOf(model, 0, 12), isShown: true })
    expect(windows()).toEqual({})
    await jumpTo('lowest')
    expect(store.get()?.cell).toEqual(cellOf(model, 11, 6))
  })

  it('reads it in the panel of the query in view', async () => {
    const model = await modelNamed('panels-padded')
    const { matrix, statistics } = model.current.basis
    expect(matrix.queryIndex).toBe(2)
    const { store } = show(model)
    await jumpTo('highest')
    expect(store.get()?.matrix).toBe(matrix)
    const { rowIndex, columnIndex } = store.get()?.cell ?? { rowIndex: NaN, columnIndex: NaN }
    expect(cellAt(matrix, rowIndex, columnIndex)).toBe(statistics.max)
  })

  it.each([
    ['highest', HOT],
    ['lowest', COLD],
  ] as const)('lands on the %s of many, with columns as wide as labels', async (name, hot) => {
    const model = await longModel()
    const { store, windows } = show(model)
    await jumpTo(name)
    const { layerIndex, tokenIndex } = hot
    expect(store.get()?.cell).toEqual({ rowIndex: layerIndex, columnIndex: tokenIndex })
    expect(store.get()?.matrix).toBe(model.plots[0].basis.matrix)
    expect(shows(windows(), tokenIndex)).toBe(true)
    expect(windows().columns?.span).toBe(Math.floor(model.plots[0].layout.grid.plot.width / 16))
  })

  it('moves a zoomed view of few columns to it, and keeps the zoom', async () => {
    const { windows } = show(await modelNamed('published'), { columns: { start: 9, span: 6 } })
    await jumpTo('highest')
    expect(windows()).toEqual({ columns: { start: 2, span: 6 } })
  })

  it('moves zoomed layers to it', async () => {
    const layers = { start: 0, span: 4 }
    const { windows } = show(await longModel(), { layers })
    await jumpTo('highest')
    expect(windows().layers).toEqual({ start: 4, span: 4 })
  })
})

describe('going to a token', () => {
  it('brings it into view in the layer of its most extreme cell, whichever was read', async () => {
    const model = await longModel()
    const { store, windows } = show(model)
    store.set({
      cell: { rowIndex: 4, columnIndex: 0 },
      matrix: model.plots[0].basis.matrix,
      isShown: false,
    })
    await userEvent.type(screen.getByRole('searchbox'), 'needle{Enter}')
    expect(store.get()).toMatchObject({ cell: { rowIndex: 8, columnIndex: 1005 }, isShown: true })
    expect(shows(windows(), 1005)).toBe(true)
  })
})

describe('a range of cells', () => {
  it('is typed into the search, and shown by Enter', async () => {
    const { windows } = show(await longModel())
    const field = screen.getByRole('searchbox')
    await userEvent.type(field, 'tokens 1,000–1,999')
    expect(screen.getByRole('status', { name: 'Hits' })).toHaveTextContent('Enter shows it')
    await userEvent.type(field, '{Enter}')
    expect(windows()).toEqual({ columns: { start: 1000, span: 1000 } })
  })
})

describe('a place that is named with its noun', () => {
  it('is read: a layer by Enter, and a token by its index', async () => {
    const { store } = show(await longModel())
    const field = screen.getByRole('searchbox')
    await userEvent.type(field, 'layer 5{Enter}')
    expect(store.get()?.cell.rowIndex).toBe(5)
    await userEvent.clear(field)
    await userEvent.type(field, 'token 12')
    await waitFor(() => expect(store.get()?.cell.columnIndex).toBe(12))
  })
})
