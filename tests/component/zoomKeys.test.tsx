import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { longModel } from './longModel'
import { manyLayers, showZoomed } from './zoomPage'

async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys)
}

describe('zooming by keys', () => {
  it('shows all again with 0', async () => {
    const { windows } = await showZoomed(await longModel(), { columns: { start: 7, span: 40 } })
    await press('0')
    expect(windows()).toEqual({})
  })

  it('zooms in and out about the middle where no cell is read', async () => {
    const { windows } = await showZoomed(await longModel())
    await press('+')
    expect(windows()).toEqual({ columns: { start: 1000, span: 2000 } })
    await press('=')
    expect(windows()).toEqual({ columns: { start: 1500, span: 1000 } })
    await press('-')
    await press('-')
    expect(windows()).toEqual({})
    await press('-')
    expect(windows()).toEqual({})
  })

  it('zooms about the cell that is read, down to cells of the largest size', async () => {
    const { windows, column } = await showZoomed(await longModel(), {
      columns: { start: 90, span: 40 },
    })
    await press('{ArrowRight}')
    expect(column()).toBe(90)
    await press('++++++++')
    const { start = NaN, span = NaN } = windows().columns ?? {}
    expect(span).toBe(5)
    expect(start).toBeLessThanOrEqual(90.5)
    expect(start + span).toBeGreaterThan(90.5)
  })

  it('pans by a quarter of the view with Shift and an arrow, up to the ends', async () => {
    const { windows } = await showZoomed(await longModel(), { columns: { start: 100, span: 400 } })
    await press('{Shift>}{ArrowRight}{/Shift}')
    expect(windows()).toEqual({ columns: { start: 200, span: 400 } })
    await press('{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}')
    expect(windows()).toEqual({ columns: { start: 0, span: 400 } })
  })

  it('leaves Ctrl and the signs to the browser', async () => {
    const { windows } = await showZoomed(await longModel())
    await press('{Control>}+-0{/Control}')
    expect(windows()).toEqual({})
  })

  it('zooms many layers together with the tokens, and both out again', async () => {
    const { windows } = await showZoomed(await manyLayers())
    await press('++')
    expect(windows().columns?.span).toBe(500)
    expect(windows().layers?.span).toBeLessThan(400)
    await press('--')
    expect(windows()).toEqual({})
  })
})

describe('walking in a zoomed view', () => {
  it('enters at the first cell in view', async () => {
    const columns = { start: 90.5, span: 40 }
    const { windows, column } = await showZoomed(await longModel(), { columns })
    await press('{ArrowRight}')
    expect(column()).toBe(91)
    expect(windows()).toEqual({ columns })
  })

  it('takes the view along where it leaves it', async () => {
    const columns = { start: 90, span: 40 }
    const { windows, column } = await showZoomed(await longModel(), { columns })
    await press('{ArrowRight}{ArrowLeft}')
    expect(column()).toBe(89)
    expect(windows()).toEqual({ columns: { start: 89, span: 40 } })
    await press('{Control>}{ArrowRight}{/Control}')
    expect(column()).toBe(3999)
    expect(windows()).toEqual({ columns: { start: 3960, span: 40 } })
    await press('{Home}')
    expect(windows()).toEqual({ columns: { start: 0, span: 40 } })
  })

  it('goes from bin to bin while cells are too many', async () => {
    const model = await longModel()
    const { column } = await showZoomed(model)
    const { cellsPerBin } = model.plots[0].layout.grid.columns
    expect(cellsPerBin).toBeGreaterThan(1)
    await press('{ArrowRight}{ArrowRight}')
    expect(column()).toBe(cellsPerBin)
    await press('{End}')
    expect(column()).toBe(Math.floor(3999 / cellsPerBin) * cellsPerBin)
  })
})
