import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layerLabels, layerLabelsWidth } from '../../../src/layout/layerLabels'
import { plotGrid, type PlotGrid } from '../../../src/layout/PlotGrid'
import { TICK, widthOf } from '../../../src/layout/TextStyle'
import { blankMatrix } from './blankMatrix'

function gridOf(layerCount: number, height: number): PlotGrid {
  const plot = { x: 60, y: 40, width: 300, height }
  return plotGrid(blankMatrix(layerCount, 1), plot, { isUpward: true, pixelRatio: 1 })
}

function indices(count: number): string[] {
  return Array.from({ length: count }, (_, layer) => String(layer))
}

describe('layerLabels', () => {
  it('of no layer are none, without width', () => {
    expect(layerLabels(gridOf(0, 200), [], 56)).toEqual([])
    expect(layerLabelsWidth([], 56)).toBe(0)
  })

  it('has layer 0 lowest when layers run upward', () => {
    const [first, second] = layerLabels(gridOf(2, 200), indices(2), 56)
    expect(first).toEqual({ rowIndex: 0, text: '0', y: 190 })
    expect(second?.y).toBe(90)
  })

  it('shortens a long label and keeps it whole beside', () => {
    const [label] = layerLabels(gridOf(1, 200), ['attention of block 0'], 56)
    expect(label?.text).toMatch(/^att.*…$/)
    expect(label?.fullText).toBe('attention of block 0')
    expect(layerLabelsWidth(['attention of block 0'], 56)).toBe(56)
  })

  it('of a zoomed view are those of the layers whose middle it shows', () => {
    const plot = { x: 60, y: 40, width: 300, height: 200 }
    const options = {
      isUpward: true,
      pixelRatio: 1,
      windows: { layers: { start: 10.75, span: 4 } },
    }
    const labels = layerLabels(plotGrid(blankMatrix(100, 1), plot, options), indices(100), 56)
    expect(labels.map(({ text }) => text)).toEqual(['11', '12', '13', '14'])
    expect(labels[0]?.y).toBeCloseTo(40 + 200 - (0.75 / 4) * 200, 9)
  })

  it('thins labels from layer 0 on, so that none touch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 140, max: 1200 }),
        (layerCount, height) => {
          const labels = layerLabels(gridOf(layerCount, height), indices(layerCount), 56)
          expect(labels[0]?.rowIndex).toBe(0)
          const gaps = labels.slice(1).map(({ y }, k) => (labels[k]?.y ?? NaN) - y)
          // Rows are whole pixels high, so a gap may be one short of the mean.
          expect(gaps.every((gap) => gap >= TICK.fontSize + 1)).toBe(true)
          expect(labels.every(({ text }) => widthOf(text, TICK) <= 56)).toBe(true)
        },
      ),
    )
  })
})
