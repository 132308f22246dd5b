import { act, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { cellUnder } from '../../src/app/reading/useReading'
import { createCellStore } from '../../src/app/reading/CellStore'
import { Readout } from '../../src/app/reading/Readout'
import { show } from '../../src/app/reading/Reading'
import { cellMarkRect } from '../../src/layout/PlotGrid'
import { modelNamed } from './publishedModel'

it('reads the cell under a point in the plot that the point is in', async () => {
  const model = await modelNamed('panels')
  const store = createCellStore()
  const reading = {
    model,
    store,
    pinned: undefined,
    onPin: () => undefined,
    windows: {},
    onZoom: () => undefined,
  }
  render(<Readout model={model} store={store} pinned={undefined} />)
  const figure = document.createElement('div')
  const texts = model.plots.map((plot) => {
    const rect = cellMarkRect(plot.layout.grid, { rowIndex: 2, columnIndex: 1 })
    if (rect === undefined) throw new Error('the cell is not in view')
    const point = { clientX: rect.x + rect.width / 2, clientY: rect.y + rect.height / 2 }
    const under = cellUnder({ figure, ...point }, reading)
    if (under === undefined) throw new Error('no cell is under the point')
    act(() => show(reading, under))
    return screen.getByTestId('readout').textContent
  })
  expect(texts).toEqual([
    expect.stringContaining('0.0312'),
    expect.stringContaining('0.051199999999999996'),
    expect.stringContaining('0.0712'),
    expect.stringContaining('0.0912'),
  ])
})
