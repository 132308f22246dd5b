import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { createCellStore, type CellStore } from '../../src/app/reading/CellStore'
import { Readout } from '../../src/app/reading/Readout'
import { type FigureModel } from '../../src/figure/figureModel'
import { type MatrixCell } from '../../src/tensor/binContents'
import { modelOfCase } from '../unit/figure/drawCase'
import { modelNamed, cellOf } from './publishedModel'

function show(model: FigureModel | undefined, pinned?: MatrixCell): CellStore {
  const store = createCellStore()
  render(<Readout model={model} store={store} pinned={pinned} />)
  return store
}

function read(store: CellStore, model: FigureModel, cell: MatrixCell): void {
  act(() => store.set({ cell, matrix: model.plots[0].basis.matrix, isShown: true }))
}

describe('Readout', () => {
  it('without a figure or a cell is empty, and says how to read one', () => {
    show(undefined)
    expect(screen.getByTestId('readout')).toBeEmptyDOMElement()
    expect(screen.getByText(/Point at a cell/)).toBeInTheDocument()
  })

  it('says the cell in the words that other programs rely on', async () => {
    const model = await modelNamed('published')
    const store = show(model)
    read(store, model, cellOf(model, 3, 12))
    expect(screen.getByTestId('readout').textContent).toBe(
      'layer 3 · token 12 "level" (3 back) · 0.0283',
    )
    expect(screen.getByRole('status').textContent).toBe('0.0283, layer 3, token 12 level, 3 back')
  })

  it('is exact, while five digits and the names of signs are announced, and the same digits are copied', async () => {
    const model = await modelOfCase({
      name: 'digits',
      json: JSON.stringify({ values: [[-0.012345678901, -1.5e-7]], tokens: [':', ' a\n'] }),
    })
    const store = show(model)
    const user = userEvent.setup()
    read(store, model, cellOf(model, 0, 0))
    const readout = screen.getByTestId('readout')
    expect(readout.textContent).toBe('layer 0 · token 0 ":" (2 back) · −0.012345678901')
    expect(screen.getByRole('status').textContent).toBe('−0.012346, layer 0, token 0 colon, 2 back')
    await user.click(screen.getByRole('button', { name: /layer 0/ }))
    expect(await navigator.clipboard.readText()).toBe('-0.012345678901')
    read(store, model, cellOf(model, 0, 1))
    expect(readout.textContent).toBe('layer 0 · token 1 "␣a↵" (1 back) · −1.5e−7')
    expect(screen.getByRole('status').textContent).toBe(
      '−1.5e−7, layer 0, token 1 space a newline, 1 back',
    )
  })

  it('says missing', async () => {
    const missing = await modelNamed('some-missing')
    const store = show(missing)
    read(store, missing, cellOf(missing, 0, 1))
    expect(screen.getByTestId('readout').textContent).toBe('layer 0 · token 1 (7 back) · missing')
  })

  it('says padding without a token', async () => {
    const model = await modelNamed('ragged-start-position')
    const store = show(model)
    read(store, model, { columnIndex: 8, rowIndex: 2 })
    expect(screen.getByTestId('readout').textContent).toBe('layer 2 · padding')
  })

  it('copies the exact value by a click, and says so', async () => {
    const user = userEvent.setup()
    const model = await modelNamed('published')
    const store = show(model)
    read(store, model, cellOf(model, 3, 12))
    await user.click(screen.getByRole('button', { name: /layer 3/ }))
    expect(await screen.findByText('Copied 0.0283')).toBeInTheDocument()
    expect(await navigator.clipboard.readText()).toBe('0.0283')
  })

  it('says the pinned cell where no other is read', async () => {
    const model = await modelNamed('published')
    const store = show(model, cellOf(model, 11, 6))
    expect(screen.getByTestId('readout').textContent).toMatch(/^layer 11 · token 6 "plum"/)
    read(store, model, cellOf(model, 0, 0))
    expect(screen.getByTestId('readout').textContent).toMatch(/^layer 0 · token 0 "F"/)
    act(() => store.set(undefined))
    expect(screen.getByTestId('readout').textContent).toMatch(/^layer 11/)
  })

  it('forgets a cell of another figure', async () => {
    const model = await modelNamed('published')
    const other = await modelNamed('published-narrow')
    const store = show(model)
    read(store, other, { columnIndex: 0, rowIndex: 0 })
    expect(screen.getByTestId('readout')).toBeEmptyDOMElement()
  })
})
