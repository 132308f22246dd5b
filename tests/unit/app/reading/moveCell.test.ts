import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveCell, type MoveSpace } from '../../../../src/app/reading/moveCell'

const space: MoveSpace = { columnCount: 20, rowCount: 12, isUpward: true }
const from = { binColumn: 7, binRow: 3 }

describe('moveCell', () => {
  it('moves nowhere in a figure without cells', () => {
    const key = { key: 'ArrowLeft', isCtrl: false }
    expect(moveCell(key, undefined, { ...space, columnCount: 0 })).toBeUndefined()
    expect(moveCell(key, undefined, { ...space, rowCount: 0 })).toBeUndefined()
  })

  it.each(['a', 'Enter', 'Escape', 'Tab', ' ', 'toString', '__proto__'])(
    'leaves %j alone',
    (key) => {
      expect(moveCell({ key, isCtrl: false }, from, space)).toBeUndefined()
    },
  )

  it.each(['ArrowLeft', 'ArrowUp', 'Home', 'PageDown'])(
    'enters at the first cell with %s',
    (key) => {
      expect(moveCell({ key, isCtrl: false }, undefined, space)).toEqual({
        binColumn: 0,
        binRow: 0,
      })
    },
  )

  it.each([
    ['End', false, 19, 2],
    ['End', true, 19, 0],
    ['Home', true, 0, 11],
    ['ArrowRight', true, 19, 2],
    ['ArrowUp', true, 5, 11],
    ['ArrowUp', false, 5, 2],
  ])('enters with %s (Ctrl: %s) at column %d, layer %d', (key, isCtrl, binColumn, binRow) => {
    const first = { binColumn: 5, binRow: 2 }
    const move = moveCell({ key, isCtrl }, undefined, { ...space, first })
    expect(move).toEqual({ binColumn, binRow })
  })

  it.each([
    ['ArrowLeft', false, 6, 3],
    ['ArrowRight', false, 8, 3],
    ['ArrowUp', false, 7, 4],
    ['ArrowDown', false, 7, 2],
    ['Home', false, 0, 3],
    ['End', false, 19, 3],
    ['PageUp', false, 7, 8],
    ['PageDown', false, 7, 0],
    ['ArrowLeft', true, 0, 3],
    ['ArrowRight', true, 19, 3],
    ['ArrowUp', true, 7, 11],
    ['ArrowDown', true, 7, 0],
    ['Home', true, 0, 11],
    ['End', true, 19, 0],
  ])('%s (Ctrl: %s) goes to column %d, layer %d', (key, isCtrl, binColumn, binRow) => {
    expect(moveCell({ key, isCtrl }, from, space)).toEqual({ binColumn, binRow })
  })

  it('goes up the picture where layer 0 is at the top, too', () => {
    const downward = { ...space, isUpward: false }
    expect(moveCell({ key: 'ArrowUp', isCtrl: false }, from, downward)?.binRow).toBe(2)
    expect(moveCell({ key: 'Home', isCtrl: true }, from, downward)?.binRow).toBe(0)
  })

  it('never leaves the figure', () => {
    const keys = [
      'ArrowLeft',
      'ArrowRight',
      'ArrowUp',
      'ArrowDown',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    ]
    fc.assert(
      fc.property(
        fc.record({
          columnCount: fc.integer({ min: 1, max: 30 }),
          rowCount: fc.integer({ min: 1, max: 30 }),
          isUpward: fc.boolean(),
        }),
        fc.array(fc.record({ key: fc.constantFrom(...keys), isCtrl: fc.boolean() })),
        (anySpace, presses) => {
          let place = { binColumn: 0, binRow: 0 }
          for (const press of presses) place = moveCell(press, place, anySpace) ?? place
          expect(place.binColumn).toBeGreaterThanOrEqual(0)
          expect(place.binColumn).toBeLessThan(anySpace.columnCount)
          expect(place.binRow).toBeGreaterThanOrEqual(0)
          expect(place.binRow).toBeLessThan(anySpace.rowCount)
        },
      ),
    )
  })
})
