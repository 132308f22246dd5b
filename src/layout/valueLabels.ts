import { format } from 'd3-format'
import { isPaddingBin, type Bins } from '../tensor/Bins'
import { binRect, type PlotGrid } from './PlotGrid'
import { widthOf, type TextStyle } from './TextStyle'
import { ticksOf } from './ticksOf'

/** The text of a cell's value, centered at (x, y). */
export interface ValueLabel {
  /** Index of the cell's bin. */
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
 * Returns the values of all cells, or undefined unless every value fits into a whole cell: so a cell without a number
 * is missing or cut by the edge of the plot, never just narrow.
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
    // Edges at whole pixels make some whole cells up to a pixel narrower than others.
    const room = width + 1 > cellWidth ? Math.max(width, cellWidth) : width
    const fits = widest * fontSize + GAP <= room && fontSize <= height
    return text === '' || !fits ? [] : [{ bin, x: x + width / 2, y: y + height / 2, text }]
  })
  return { fontSize, labels }
}

const EM: TextStyle = { fontSize: 1, face: 'sans' }

/** Numbers that need more decimals, or more zeros, have an exponent. */
const MOST_DECIMALS = 8

/**
 * Returns a function that rounds values for cells. It keeps `digits` digits, counted from the first one in which the
 * ticks of the color bar differ: with a tick every 0.02, two digits are 0.028 or 0.912; with a tick every 0.5, they are
 * 0.93. The text of NaN is empty.
 */
export function valueFormat(
  { low, high }: { readonly low: number; readonly high: number },
  digits: number,
): (value: number) => string {
  const [first, second] = ticksOf(low, high)
  const step = (second?.value ?? high) - (first?.value ?? low)
  // Rounding may make a step of 0.01 slightly smaller.
  const decimals = digits - 1 - Math.floor(Math.log10(step * 1.001))
  const isPlain = Math.abs(decimals) <= MOST_DECIMALS
  const textOf = format(isPlain ? `.${Math.max(0, decimals)}f` : `.${digits - 1}e`)
  return (value) => {
    if (Number.isNaN(value)) return ''
    if (Number.isFinite(value)) return textOf(value).replaceAll('-', '−')
    return value > 0 ? '∞' : '−∞'
  }
}
