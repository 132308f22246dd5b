import { hundredths } from './dendrogram'
import { type Rect } from './Rect'

/** How a panel turns offsets along the shared axis, and values across it, into points of the figure. */
export interface Panel {
  readonly rect: Rect
  readonly edges: Float64Array
  /** `along` in CSS pixels from where the axis begins; `across` is a share of the values' span. */
  pointOf(along: number, across: number): readonly [x: number, y: number]
  readonly low: number
  readonly high: number
}

/** A line that stays at a value over the whole of its cell, as the cell does; broken where there is none. */
export function stepPath(panel: Panel, values: Float64Array): string {
  return runsOf(values)
    .map(([start, end]) => `M${stepsOf(panel, values, start, end).join('L')}`)
    .join('')
}

export function areaPath(panel: Panel, lower: Float64Array, upper: Float64Array): string {
  return runsOf(upper)
    .map(([start, end]) => {
      const back = stepsOf(panel, lower, start, end).toReversed()
      return `M${[...stepsOf(panel, upper, start, end), ...back].join('L')}Z`
    })
    .join('')
}

function stepsOf(
  panel: Panel,
  values: Float64Array,
  start: number,
  end: number,
): readonly string[] {
  return Array.from({ length: 2 * (end - start) }, (_, k) => {
    const bin = start + (k >> 1)
    return textOf(placeOf(panel, panel.edges[bin + (k % 2)] ?? 0, values[bin] ?? 0))
  })
}

/** Straight from the middle of one bin to that of the next. */
export function linePath(panel: Panel, values: Float64Array): string {
  return runsOf(values)
    .map(([start, end]) => {
      const points = Array.from({ length: end - start }, (_, k) =>
        textOf(placeOf(panel, middleOf(panel, start + k), values[start + k] ?? 0)),
      )
      // A point alone still shows, as the round end of a line.
      return `M${points.length === 1 ? [...points, ...points].join('L') : points.join('L')}`
    })
    .join('')
}

/** Where a line is at an offset along its axis; as high as its nearest end where it does not reach so far. */
export function pointAt(
  panel: Panel,
  values: Float64Array,
  along: number,
): readonly [x: number, y: number] {
  const known = [...values.keys()].filter((bin) => !Number.isNaN(values[bin]))
  const after = known.find((bin) => middleOf(panel, bin) >= along) ?? known.at(-1) ?? -1
  const before = known.findLast((bin) => middleOf(panel, bin) <= along) ?? known[0] ?? -1
  const [low, high] = [middleOf(panel, before), middleOf(panel, after)]
  const start = values[before] ?? (panel.low + panel.high) / 2
  const value = start + ((along - low) / (high - low || 1)) * ((values[after] ?? start) - start)
  const [x, y] = placeOf(panel, along, value)
  return [hundredths(x), hundredths(y)]
}

function middleOf({ edges }: Panel, bin: number): number {
  return ((edges[bin] ?? 0) + (edges[bin + 1] ?? 0)) / 2
}

function placeOf(panel: Panel, along: number, value: number): readonly [x: number, y: number] {
  const { low, high } = panel
  return panel.pointOf(along, (value - low) / (high - low || 1))
}

function textOf([x, y]: readonly [number, number]): string {
  return `${hundredths(x)} ${hundredths(y)}`
}

/** Where values that are numbers follow one another: first bin, and the one after the last. */
function runsOf(values: Float64Array): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const [bin, value] of values.entries()) {
    const last = runs.at(-1)
    if (Number.isNaN(value)) continue
    if (last?.[1] === bin) last[1]++
    else runs.push([bin, bin + 1])
  }
  return runs
}
