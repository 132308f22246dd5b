import { act, render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { createCellStore } from '../../src/app/reading/CellStore'
import { FigureOverlay } from '../../src/app/reading/FigureOverlay'
import { modelOfCase } from '../unit/figure/drawCase'

const json = JSON.stringify(Array.from({ length: 7 }, () => Array<number>(13).fill(0)))

it.each([1, 2, 3])('its lines fill whole device pixels, %i to a CSS pixel', async (pixelRatio) => {
  const model = await modelOfCase({ name: 'lines', json, pixelRatio })
  const store = createCellStore()
  render(<FigureOverlay model={model} store={store} pinned={undefined} />)
  const cell = { columnIndex: 5, rowIndex: 3 }
  act(() => store.set({ cell, matrix: model.plots[0].basis.matrix, isShown: true }))
  const lines = [...document.querySelectorAll('.crosshair rect')]
  const edges = lines.flatMap((line) => {
    const numberOf = (name: string): number => Number(line.getAttribute(name))
    const [x, y, half] = [numberOf('x'), numberOf('y'), numberOf('stroke-width') / 2]
    return [x, x + numberOf('width'), y, y + numberOf('height')]
      .flatMap((edge) => [edge - half, edge + half])
      .map((edge) => edge * pixelRatio)
  })
  expect(edges).toHaveLength(4 * 8)
  for (const edge of edges) expect(Math.abs(edge - Math.round(edge))).toBeLessThan(1e-6)
  expect(Math.min(...lines.map((line) => Number(line.getAttribute('stroke-width'))))).toBe(1)
})
