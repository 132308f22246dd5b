import { greatest } from 'd3-array'
import { type ReactNode } from 'react'
import { type CellIndex } from '../../analysis/Statistics'
import { type BarEnd } from '../../layout/colorBarLayout'
import { widthOf } from '../../layout/TextStyle'
import { type FigureModel } from '../../figure/figureModel'
import { type PlotModel } from '../../figure/plotModel'
import { layerCountOf, rowOf } from '../../tensor/Tensor'
import { goTo } from '../reading/goTo'
import { type Reading } from '../reading/Reading'

interface BeyondButtonsProps {
  readonly reading: Reading
  /** Called when the figure shows the cell, so that it can take the focus. */
  readonly onEnd: () => void
}

/** Least height of a button, and the distance by which it begins before the bar, in CSS pixels. */
const HEIGHT = 24
const MARGIN = 6

/** Shows a button over each text about values beyond an end of the color bar. It leads to the farthest of these cells. */
export function BeyondButtons({ reading, onEnd }: BeyondButtonsProps): ReactNode {
  const { model, scale = 1 } = reading
  const { colorBar, style } = model.layout
  if (colorBar === undefined) return null
  const left = colorBar.rect.x - MARGIN
  return colorBar.pointers.map(({ kind, y, text }) => {
    const plot = farthestBeyond(model, kind)
    if (plot === undefined) return null
    const width = colorBar.tickTextX - left + widthOf(text, style.caption)
    return (
      <button
        key={kind}
        type="button"
        className="text-place bar-place"
        aria-label={`${text}: go to the ${kind === 'above' ? 'highest' : 'lowest'} cell`}
        title="Click to go there"
        style={{
          left: left * scale,
          top: y * scale - HEIGHT / 2,
          width: width * scale,
          height: HEIGHT,
        }}
        onClick={(event) => {
          // The figure would take a tap on it for one beside the cells, which unpins.
          event.stopPropagation()
          const cell = extremeCell(plot, kind)
          onEnd()
          if (cell) goTo(reading, cell, plot)
        }}
      />
    )
  })
}

/** Returns the plot whose values are farthest beyond an end of the colors; undefined if no value is. */
function farthestBeyond({ plots }: FigureModel, end: BarEnd): PlotModel | undefined {
  const beyond = plots.filter((plot) => distanceBeyond(plot, end) > 0)
  return greatest(beyond, (plot) => distanceBeyond(plot, end))
}

function distanceBeyond({ basis: { colorScale, statistics } }: PlotModel, end: BarEnd): number {
  const { low = NaN, high = NaN } = colorScale ?? {}
  const { min, max, aboveCount, belowCount } = statistics
  if (end === 'above') return aboveCount > 0 ? Infinity : max - high
  return belowCount > 0 ? Infinity : low - min
}

/** Returns the cell of a plot's greatest or least value, which may be infinite. */
function extremeCell(plot: PlotModel, end: BarEnd): CellIndex | undefined {
  const { minCell, maxCell, aboveCount, belowCount } = plot.basis.statistics
  if (end === 'above') return aboveCount > 0 ? infiniteCell(plot, Infinity) : maxCell
  return belowCount > 0 ? infiniteCell(plot, -Infinity) : minCell
}

/** Returns the first cell of a plot that holds an infinite value. */
function infiniteCell({ basis: { matrix } }: PlotModel, value: number): CellIndex | undefined {
  const { tensor, queryIndex } = matrix
  for (let layerIndex = 0; layerIndex < layerCountOf(tensor, queryIndex); layerIndex++) {
    const { values, offset, length, firstToken } = rowOf(tensor, queryIndex, layerIndex)
    const row = values.subarray(offset, offset + length)
    const place = row.indexOf(value)
    if (place >= 0) return { layerIndex, tokenIndex: firstToken + place }
  }
  return undefined
}
