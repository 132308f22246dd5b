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

function labelled(...labels: readonly string[]): Matrix {
  const matrix = numbered(labels.length)
  return { ...matrix, tensor: { ...matrix.tensor, layerLabels: labels } }
}

describe('layerLabels', () => {
  it('of no layer are none, without width', () => {
    expect(layerLabels(gridOf(0, 200), numbered(0), { maxWidth: 56 }, screenStyle)).toEqual([])
    expect(layerLabelsWidth(numbered(0), 56, tick)).toBe(0)
  })

  it('has layer 0 lowest when layers run upward', () => {
    const [first, second] = layerLabels(gridOf(2, 200), numbered(2), { maxWidth: 56 }, screenStyle)
    expect(first).toEqual({ rowIndex: 0, text: '0', y: 190 })
    expect(second?.y).toBe(90)
  })

  it('shortens a long label and keeps it whole beside', () => {
    const [label] = layerLabels(
      gridOf(1, 200),
      labelled('attention of block 0'),
      { maxWidth: 56 },
      screenStyle,
    )
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
      { maxWidth: 56 },
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
    expect(
      layerLabels(grid, tall, { maxWidth: 120 }, screenStyle).map(({ text }) => text),
    ).toContain('block 900000')
    expect(readCount).toBeLessThan(2000)
  })

  it('has the last layer in place of one that it would touch', () => {
    const labels = layerLabels(gridOf(12, 156), numbered(12), { maxWidth: 56 }, screenStyle)
    expect(labels.map(({ text }) => text)).toEqual(['0', '2', '4', '6', '8', '11'])
    const down = { ...gridOf(12, 156), isUpward: false }
    expect(layerLabels(down, numbered(12), { maxWidth: 56 }, screenStyle).at(-1)?.text).toBe('11')
  })

  it('shortens names where they agree', () => {
    const names = Array.from({ length: 12 }, (_, layer) => `transformer.h.${layer}`)
    const labels = layerLabels(gridOf(12, 400), labelled(...names), { maxWidth: 70 }, screenStyle)
    expect(labels[0]?.text).toMatch(/^tran.*….*0$/)
    expect(labels[11]?.text).toMatch(/^tran.*…11$/)
    expect(labels[11]?.fullText).toBe('transformer.h.11')
  })

  it('thins labels from layer 0 to the last, so that none touch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 140, max: 1200 }),
        (layerCount, height) => {
          const labels = layerLabels(
            gridOf(layerCount, height),
            numbered(layerCount),
            { maxWidth: 56 },
            screenStyle,
          )
          expect(labels[0]?.rowIndex).toBe(0)
          expect(labels.at(-1)?.rowIndex).toBe(layerCount - 1)
          const gaps = labels.slice(1).map(({ y }, k) => (labels[k]?.y ?? NaN) - y)
          // Rows are whole pixels high, so a gap may be one short of the mean.
          expect(gaps.every((gap) => gap >= tick.fontSize + 1)).toBe(true)
          expect(labels.every(({ text }) => widthOf(text, tick) <= 56)).toBe(true)
        },
      ),
    )
  })
})
