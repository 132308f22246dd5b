import { describe, expect, it } from 'vitest'
import { screenStyle } from '../../../src/layout/LayoutStyle'
import { plotGrid } from '../../../src/layout/PlotGrid'
import { type TokenLabelSource } from '../../../src/layout/tokenLabels'
import { tokenLabelSource } from '../../../src/layout/tokenLabelSource'
import { type AxisWindow } from '../../../src/tensor/BinAxis'
import { withoutAbsent } from '../../../src/tensor/Windows'
import { blankMatrix } from './blankMatrix'

const plot = { x: 60, y: 40, width: 400, height: 200 }

function sourceOf(columnCount: number, columns?: AxisWindow): TokenLabelSource {
  const matrix = blankMatrix(2, columnCount)
  const options = { isUpward: true, pixelRatio: 1, windows: withoutAbsent({ columns }) }
  const room = { maxDepth: 100, figureWidth: 500, style: screenStyle }
  return tokenLabelSource(matrix, plotGrid(matrix, plot, options), room)
}

describe('what a token axis can be labelled with', () => {
  it('of no column is nothing', () => {
    const { firstColumn, endColumn } = sourceOf(0)
    expect(endColumn - firstColumn).toBeLessThanOrEqual(0)
  })

  it('of a whole axis is all its columns', () => {
    expect(sourceOf(40)).toMatchObject({ firstColumn: 0, endColumn: 40, columnWidth: 10 })
  })

  it.each<[string, AxisWindow, readonly [number, number]]>([
    ['columns that begin in it', { start: 10, span: 4 }, [10, 14]],
    ['a cut column whose middle it shows', { start: 10.25, span: 4 }, [10, 14]],
    ['not one whose middle it does not', { start: 10.75, span: 4 }, [11, 15]],
    ['a single column', { start: 10, span: 1 }, [10, 11]],
  ])('of a window are %s', (_, window, [first, end]) => {
    const source = sourceOf(40, window)
    expect([source.firstColumn, source.endColumn]).toEqual([first, end])
    expect(source.columnWidth).toBe(400 / window.span)
    for (let column = first; column < end; column++) {
      expect(source.center(column)).toBeGreaterThanOrEqual(plot.x)
      expect(source.center(column)).toBeLessThanOrEqual(plot.x + plot.width)
    }
  })
})
