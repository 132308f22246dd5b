import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { BeyondButtons } from '../../src/app/figure/BeyondButtons'
import { createCellStore, type CellStore } from '../../src/app/reading/CellStore'
import { type Windows } from '../../src/tensor/Windows'
import { modelOfCase } from '../unit/figure/drawCase'

interface Shown {
  readonly store: CellStore
  readonly windows: () => Windows | undefined
}

/** Shows the buttons of a figure whose colors end at 0 and 1. */
async function show(values: string, windows: Windows = {}): Promise<Shown> {
  const json = `{"values": ${values}, "view": {"domain": [0, 1]}}`
  const model = await modelOfCase({ name: 'beyond', json, pixelRatio: 1 })
  const store = createCellStore()
  const onZoom = vi.fn<(windows: Windows) => void>()
  const reading = { model, store, pinned: undefined, onPin: vi.fn<() => void>(), windows, onZoom }
  render(<BeyondButtons reading={reading} onEnd={vi.fn<() => void>()} />)
  return { store, windows: () => onZoom.mock.lastCall?.[0] }
}

describe('the text about values beyond the color bar', () => {
  it.each([
    ['1 above: go to the highest cell', [1, 2]],
    ['2 below: go to the lowest cell', [0, 1]],
  ])('is a button (%s)', async (name, [rowIndex, columnIndex]) => {
    const { store } = await show('[[0.5, -7, 1], [-2, 0, 3]]')
    await userEvent.click(screen.getByRole('button', { name }))
    expect(store.get()).toMatchObject({ cell: { rowIndex, columnIndex }, isShown: true })
  })

  it('leads to an infinite cell before any other, and zooms to where it is', async () => {
    const row = Array.from({ length: 4000 }, (_cell, k) => (k === 3000 ? '1e999' : '0.5')).join()
    const { store, windows } = await show(`[[${row}]]`)
    await userEvent.click(screen.getByRole('button', { name: /^1.* above/u }))
    expect(store.get()?.cell.columnIndex).toBe(3000)
    const { start = NaN, span = NaN } = windows()?.columns ?? {}
    expect(start).toBeLessThan(3000)
    expect(start + span).toBeGreaterThan(3001)
  })

  it('is none if no value is beyond', async () => {
    await show('[[0.5, 1], [0, 0.25]]')
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })
})
