import { hundredths } from './dendrogram'
import { type Rect } from './PlotGrid'

/** The panel of a profile, which shares one axis with the cells and has values on the other. */
export interface ProfilePanel {
  readonly rect: Rect
  /** Offsets of the bins' edges along the shared axis, in CSS pixels. */
  readonly edges: Float64Array
  /**
   * Returns the point of the figure at an offset along the shared axis, in CSS pixels, and a place on the axis of
   * values, 0 at `low` and 1 at `high`.
   */
  pointOf(along: number, across: number): readonly [x: number, y: number]
  /** Ends of the axis of values. */
  readonly low: number
  readonly high: number
}

/** Returns a line that is level over each bin, with a gap for every NaN. */
export function stepPath(panel: ProfilePanel, values: Float64Array): string {
  return runsOf(values)
    .map(([start, end]) => `M${stepsOf(panel, values, start, end).join('L')}`)
    .join('')
}

/**
 * Returns the area between two lines of the form of `stepPath`, or else of `linePath`. Both must have NaN for the same
 * bins.
 */
export function areaPath(
  panel: ProfilePanel,
  lower: Float64Array,
  upper: Float64Array,
  pointsOf = stepsOf,
): string {
  return runsOf(upper)
    .map(([start, end]) => {
      const back = pointsOf(panel, lower, start, end).toReversed()
      return `M${[...pointsOf(panel, upper, start, end), ...back].join('L')}Z`
    })
    .join('')
}

function stepsOf(
  panel: ProfilePanel,
  values: Float64Array,
  start: number,
  end: number,
): readonly string[] {
  return Array.from({ length: 2 * (end - start) }, (_, k) => {
    const bin = start + (k >> 1)
    return textOf(placeOf(panel, panel.edges[bin + (k % 2)] ?? 0, values[bin] ?? 0))
  })
}

/** Returns a line through the middles of the bins, with a gap for every NaN. */
export function linePath(panel: ProfilePanel, values: Float64Array): string {
  return runsOf(values)
    .map(([start, end]) => {
      const points = middlesOf(panel, values, start, end)
      // A single point is visible as the round end of a line.
      return `M${points.length === 1 ? [...points, ...points].join('L') : points.join('L')}`
    })
    .join('')
}

/** Returns the points of a line in the middles of the bins from `start` up to `end` (exclusive). */
export function middlesOf(
  panel: ProfilePanel,
  values: Float64Array,
  start: number,
  end: number,
): readonly string[] {
  return Array.from({ length: end - start }, (_, k) =>
    textOf(placeOf(panel, middleOf(panel, start + k), values[start + k] ?? 0)),
  )
}

/** Returns the point of a line at an offset along its axis; beyond the line, with the value of its nearest end. */
export function pointAt(
  panel: ProfilePanel,
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

function middleOf({ edges }: ProfilePanel, bin: number): number {
  return ((edges[bin] ?? 0) + (edges[bin + 1] ?? 0)) / 2
}

function placeOf(
  panel: ProfilePanel,
  along: number,
  value: number,
): readonly [x: number, y: number] {
  const { low, high } = panel
  return panel.pointOf(along, (value - low) / (high - low || 1))
}

function textOf([x, y]: readonly [number, number]): string {
  return `${hundredths(x)} ${hundredths(y)}`
}

/** Returns the runs of bins without NaN: for each, the first bin and the one after the last. */
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
