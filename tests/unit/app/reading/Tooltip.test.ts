import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeTooltip } from '../../../../src/app/reading/Tooltip'

const viewport = { width: 1000, height: 800 }
const tooltip = { width: 180, height: 60 }

describe('placeTooltip', () => {
  it('stands below and right of the cell where there is room', () => {
    const cell = { x: 100, y: 100, width: 40, height: 30 }
    expect(placeTooltip(cell, tooltip, viewport)).toEqual({ x: 150, y: 140 })
  })

  it('stands above and left of a cell in the far corner', () => {
    const cell = { x: 950, y: 760, width: 40, height: 30 }
    expect(placeTooltip(cell, tooltip, viewport)).toEqual({ x: 760, y: 690 })
  })

  it('stays in a window that it fills', () => {
    const cell = { x: 0, y: 0, width: 300, height: 300 }
    expect(placeTooltip(cell, { width: 284, height: 284 }, { width: 300, height: 300 })).toEqual({
      x: 8,
      y: 8,
    })
  })

  it('is inside the window, and covers neither row nor column of the cell where there is room', () => {
    fc.assert(
      fc.property(
        fc.record({
          x: fc.integer({ min: 0, max: 900 }),
          y: fc.integer({ min: 0, max: 700 }),
          width: fc.integer({ min: 1, max: 100 }),
          height: fc.integer({ min: 1, max: 100 }),
        }),
        fc.record({
          width: fc.integer({ min: 20, max: 900 }),
          height: fc.integer({ min: 20, max: 700 }),
        }),
        (cell, size) => {
          const { x, y } = placeTooltip(cell, size, viewport)
          expect(x).toBeGreaterThanOrEqual(0)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(x + size.width).toBeLessThanOrEqual(viewport.width)
          expect(y + size.height).toBeLessThanOrEqual(viewport.height)
          const room = 18
          const roomBeside = Math.max(cell.x, viewport.width - cell.x - cell.width) - room
          const roomAbove = Math.max(cell.y, viewport.height - cell.y - cell.height) - room
          const clearsColumn = x >= cell.x + cell.width || x + size.width <= cell.x
          const clearsRow = y >= cell.y + cell.height || y + size.height <= cell.y
          expect(clearsColumn || size.width > roomBeside).toBe(true)
          expect(clearsRow || size.height > roomAbove).toBe(true)
        },
      ),
    )
  })
})
