import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layerLabels, layerLabelsWidth } from '../../../src/layout/layerLabels'
import { screenStyle } from '../../../src/layout/LayoutStyle'
import { plotGrid, type PlotGrid } from '../../../src/layout/PlotGrid'
import { widthOf } from '../../../src/layout/TextStyle'
import { type Matrix } from '../../../src/tensor/Matrix'
import { blankMatrix } from './blankMatrix'

const { tick } = screenStyle

function gridOf(layerCount: number, height: number): PlotGrid {
  const plot = { x: 60, y: 40, width: 300, height }
  return plotGrid(blankMatrix(layerCount, 1), plot, { isUpward: true, pixelRatio: 1 })
}

function numbered(layerCount: number): Matrix {
  return blankMatrix(layerCount, 1)
}

function labelled(label: string): Matrix {
  const matrix = numbered(1)
  return { ...matrix, tensor: { ...matrix.tensor, layerLabels: [label] } }
}

describe('layerLabels', () => {
  it('of no layer are none, without width', () => {
    expect(layerLabels(gridOf(0, 200), numbered(0), 56, screenStyle)).toEqual([])
    expect(layerLabelsWidth(numbered(0), 56, tick)).toBe(0)
  })

  it('has layer 0 lowest when layers run upward', () => {
    const [first, second] = layerLabels(gridOf(2, 200), numbered(2), 56, screenStyle)
    expect(first).toEqual({ rowIndex: 0, text: '0', y: 190 })
    expect(second?.y).toBe(90)
  })

  it('shortens a long label and keeps it whole beside', () => {
    const [label] = layerLabels(gridOf(1, 200), labelled('attention of block 0'), 56, screenStyle)
    expect(label?.text).toMatch(/^att.*…$/)
    expect(label?.fullText).toBe('attention of block 0')
    expect(layerLabelsWidth(labelled('attention of block 0'), 56, tick)).toBe(56)
  })

  it('of a zoomed view are those of the layers whose middle it shows', () => {
    const plot = { x: 60, y: 40, width: 300, height: 200 }
    const options = {
      isUpward: true,
      pixelRatio: 1,
      windows: { layers: { start: 10.75, span: 4 } },
    }
    const labels = layerLabels(
      plotGrid(blankMatrix(100, 1), plot, options),
      numbered(100),
      56,
      screenStyle,
    )
    expect(labels.map(({ text }) => text)).toEqual(['11', '12', '13', '14'])
    expect(labels[0]?.y).toBeCloseTo(40 + 200 - (0.75 / 4) * 200, 9)
  })

  it('reads few labels of a million', () => {
    let readCount = 0
    const layerCount = 1_000_000
    const layerLabelsOf = new Proxy<readonly string[]>([], {
      get: (_, key) => {
        readCount++
        return `block ${String(key)}`
      },
    })
    const matrix = { ...numbered(1), layerCount }
    const tall = { ...matrix, tensor: { ...matrix.tensor, layerLabels: layerLabelsOf } }
    const plot = { x: 60, y: 40, width: 300, height: 200 }
    const grid = plotGrid(tall, plot, { isUpward: true, pixelRatio: 1 })
    expect(layerLabelsWidth(tall, 120, tick)).toBe(widthOf('block 999999', tick))
    expect(layerLabels(grid, tall, 120, screenStyle).map(({ text }) => text)).toContain(
      'block 900000',
    )
    expect(readCount).toBeLessThan(2000)
  })

  it('thins labels from layer 0 on, so that none touch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 140, max: 1200 }),
        (layerCount, height) => {
          const labels = layerLabels(
            gridOf(layerCount, height),
            numbered(layerCount),
            56,
            screenStyle,
          )
          expect(labels[0]?.rowIndex).toBe(0)
          const gaps = labels.slice(1).map(({ y }, k) => (labels[k]?.y ?? NaN) - y)
          // Rows are whole pixels high, so a gap may be one short of the mean.
          expect(gaps.every((gap) => gap >= tick.fontSize + 1)).toBe(true)
          expect(labels.every(({ text }) => widthOf(text, tick) <= 56)).toBe(true)
        },
      ),
    )
  })
})
