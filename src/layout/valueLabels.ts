import { isPaddingBin, type Bins } from '../tensor/Bins'
import { binRect, type PlotGrid } from './PlotGrid'
import { widthOf, type TextStyle } from './shorten'

/** The value of one cell, by the middle of its rectangle. */
export interface ValueLabel {
  readonly bin: number
  readonly x: number
  readonly y: number
  readonly text: string
}

export interface ValueLabels {
  readonly fontSize: number
  readonly labels: readonly ValueLabel[]
}

const SIZES = [12, 11, 10, 9]
const LINE = 1.3
/** Free space beside a number, in CSS pixels. */
const GAP = 6

/**
 * The cells' values where every one of them fits into a whole cell: all or none, so that a cell without a number is
 * missing or cut by the plot's edge, never just narrow. Undefined where they do not fit.
 */
export function valueLabels(
  bins: Bins,
  grid: PlotGrid,
  textOf: (value: number) => string,
): ValueLabels | undefined {
  const { plot, columns, layers } = grid
  const texts = Array.from(bins.values, (value, bin) =>
    isPaddingBin(bins, bin) ? '' : textOf(value),
  )
  const widest = texts.reduce((max, text) => Math.max(max, widthOf(text, EM)), 0)
  const cellWidth = plot.width / columns.span
  const cellHeight = plot.height / layers.span
  const fontSize = SIZES.find((size) => {
    return widest * size + GAP <= cellWidth && size * LINE <= cellHeight
  })
  if (fontSize === undefined) return undefined
  const labels = texts.flatMap((text, bin) => {
    const { x, y, width, height } = binRect(grid, {
      binColumn: bin % columns.binCount,
      binRow: Math.floor(bin / columns.binCount),
    })
    const fits = widest * fontSize + GAP <= width && fontSize <= height
    return text === '' || !fits ? [] : [{ bin, x: x + width / 2, y: y + height / 2, text }]
  })
  return { fontSize, labels }
}

const EM: TextStyle = { fontSize: 1, face: 'sans' }
