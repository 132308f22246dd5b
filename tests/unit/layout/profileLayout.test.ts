import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profilesOf } from '../../../src/analysis/order/profilesOf'
import { finish } from '../../../src/analysis/Sliced'
import { plotGrid } from '../../../src/layout/PlotGrid'
import { layerProfile, tokenProfile, type ProfileLayout } from '../../../src/layout/profileLayout'
import { screenStyle } from '../../../src/layout/LayoutStyle'
import { widthOf } from '../../../src/layout/TextStyle'
import { matrixOf } from '../../../src/tensor/Matrix'
import { anyReordered, tensorOfRows } from '../tensor/anyTensor'

const { caption } = screenStyle

const anyPanels = fc
  .record({
    rows: fc.array(
      fc.array(fc.oneof(fc.constant(NaN), fc.double({ min: -1, max: 1, noNaN: true })), {
        maxLength: 30,
      }),
      { minLength: 1, maxLength: 12 },
    ),
    width: fc.integer({ min: 144, max: 900 }),
    height: fc.integer({ min: 140, max: 500 }),
    isUpward: fc.boolean(),
    lineCount: fc.nat({ max: 8 }),
    isCompared: fc.boolean(),
  })
  .chain(({ rows, width, height, isUpward, lineCount, isCompared }) => {
    const tensor = tensorOfRows(rows)
    return anyReordered(matrixOf(tensor, 0, 'position', 'query')).map((matrix) => {
      const plot = { x: 60, y: 120, width, height }
      const grid = plotGrid(matrix, plot, { isUpward, pixelRatio: 1 })
      const lines = Array.from({ length: lineCount }, (_, index) => ({
        index,
        text: `layer ${index}`,
        short: String(index),
      }))
      const profiles = finish(profilesOf(tensor, 0))
      const compared = {
        lines: lines.map(({ text, short }) => ({ text, short, profile: profiles.layers })),
        low: -1,
        high: 1,
      }
      const input = {
        profiles,
        ...(isCompared && { compared }),
        tokenLines: isCompared ? [] : lines,
        layerLines: lines,
        low: -1,
        high: 1,
        style: screenStyle,
      }
      return {
        above: tokenProfile(matrix, grid, { x: 60, y: 40, width, height: 76 }, input),
        beside: layerProfile(matrix, grid, { x: 70 + width, y: 120, width: 100, height }, input),
      }
    })
  })

/** All points of a path. */
function pointsOf(path: string): readonly (readonly [number, number])[] {
  return [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/gu)].map(([, x, y]) => [Number(x), Number(y)])
}

function isInside({ rect, extremes, band, mean, zero, lines }: ProfileLayout): boolean {
  const paths = [extremes, band, mean, zero, ...lines.flatMap(({ path, band: own }) => [path, own])]
  return paths.flatMap(pointsOf).every(([x, y]) => {
    const [dx, dy] = [x - rect.x, y - rect.y]
    return dx > -0.01 && dx < rect.width + 0.01 && dy > -0.01 && dy < rect.height + 0.01
  })
}

function boxesOf({ lines }: ProfileLayout): readonly (readonly [number, number, number, number])[] {
  return lines.map(({ label }) => {
    const width = widthOf(label.text, caption)
    const left = label.isEnd ? label.x - width : label.x
    return [left, left + width, label.y - caption.fontSize, label.y]
  })
}

describe('profiles', () => {
  it('stay in their panels, whatever the values and the order', () => {
    fc.assert(
      fc.property(anyPanels, ({ above, beside }) => {
        expect(isInside(above)).toBe(true)
        expect(isInside(beside)).toBe(true)
      }),
    )
  })

  it('label up to eight lines without overlap', () => {
    fc.assert(
      fc.property(anyPanels, ({ above, beside }) => {
        for (const boxes of [boxesOf(above), boxesOf(beside)]) {
          const overlaps = boxes.flatMap((a, k) =>
            boxes
              .slice(k + 1)
              .filter((b) => a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3]),
          )
          expect(overlaps).toEqual([])
        }
      }),
    )
  })

  it('break where a token has no value, and have the edges of its column', () => {
    const tensor = tensorOfRows([[0, NaN, 1]])
    const matrix = matrixOf(tensor, 0, 'position', 'query')
    const grid = plotGrid(
      matrix,
      { x: 0, y: 100, width: 300, height: 140 },
      { isUpward: true, pixelRatio: 1 },
    )
    const input = {
      profiles: finish(profilesOf(tensor, 0)),
      tokenLines: [],
      layerLines: [],
      low: 0,
      high: 1,
      style: screenStyle,
    }
    const { mean } = tokenProfile(matrix, grid, { x: 0, y: 0, width: 300, height: 50 }, input)
    expect(mean).toBe('M0 50L100 50M200 0L300 0')
  })
})
