import { describe, expect, it } from 'vitest'
import {
  cellsInWindow,
  isZoomed,
  windowOf,
  windowsWithin,
  withoutAbsent,
} from '../../../src/tensor/Windows'

const limits = { cellCount: 1000 }

describe('windowOf', () => {
  it('of the whole axis, or of more, is none', () => {
    expect(windowOf({ start: 0, span: 1000 }, limits)).toBeUndefined()
    expect(windowOf({ start: 10, span: 2000 }, limits)).toBeUndefined()
  })

  it('is moved into the axis', () => {
    expect(windowOf({ start: 990, span: 100 }, limits)).toEqual({ start: 900, span: 100 })
  })
})

describe('windowsWithin', () => {
  const matrix = { columnCount: 10, layerCount: 4 }

  it('begin where the windows do and end with the matrix', () => {
    const columns = { start: 7, span: 20 }
    expect(windowsWithin({ columns }, matrix)).toEqual({ columns: { start: 7, span: 3 } })
    const layers = { start: 0.1, span: 0.2 }
    expect(windowsWithin({ layers }, matrix)).toEqual({ layers })
  })

  it('are empty where the matrix has nothing', () => {
    const columns = { start: 30, span: 5 }
    expect(windowsWithin({ columns }, matrix)).toEqual({ columns: { start: 10, span: 0 } })
  })
})

describe('cellsInWindow', () => {
  it('are those that it touches, however little of them', () => {
    expect(cellsInWindow({ start: 2.9, span: 3 }, 10)).toEqual([2, 6])
    expect(cellsInWindow({ start: 2, span: 3 }, 10)).toEqual([2, 5])
  })

  it('are those of the axis at most, and all of them without a window', () => {
    expect(cellsInWindow({ start: -0.5, span: 99 }, 10)).toEqual([0, 10])
    expect(cellsInWindow(undefined, 10)).toEqual([0, 10])
    expect(cellsInWindow(undefined, 0)).toEqual([0, 0])
  })
})

it('a view is zoomed where either axis has a window', () => {
  const window = { start: 1, span: 2 }
  expect(isZoomed({})).toBe(false)
  expect(isZoomed(withoutAbsent({ columns: undefined, layers: undefined }))).toBe(false)
  expect(isZoomed({ columns: window })).toBe(true)
  expect(isZoomed({ layers: window })).toBe(true)
})

describe('withoutAbsent', () => {
  it('has no key for an axis that is shown whole', () => {
    expect(Object.keys(withoutAbsent({}))).toEqual([])
    expect(
      Object.keys(withoutAbsent({ columns: undefined, layers: { start: 0, span: 2 } })),
    ).toEqual(['layers'])
  })
})
