import { type FoundArray } from '../foreign/FoundFile'
import { pathText } from '../json/JsonPath'
import {
  getEntry,
  isObject,
  itemsOf,
  type JsonDocument,
  type JsonNode,
  type JsonObject,
} from '../json/JsonTree'
import { blockOf } from './blocks/blockOf'
import { entryAt, numberAt, textAt } from './blocks/entryAt'
import { type CountedArray, type Finder, type Finding } from './Finding'
import { plotlyDimension } from './plotlyAxis'
import { withFrames } from './plotlyFrames'
import { subplotTitle } from './plotlySubplot'
import { plotlyTitle } from './plotlyTitle'

const HEATMAP = /^(?:heatmap|contour|surface)/

/** More traces than these nobody looks at. */
const MOST_TRACES = 1000

const NOTHING: Finding = { arrays: [], notice: '' }

interface Heatmap {
  readonly trace: JsonObject
  readonly isTyped: boolean
  readonly array: Omit<CountedArray, 'name'>
}

/** Figures of plotly 5 and 6: each trace of a heatmap is an array [y][x]. */
export const plotlyFinder: Finder = (figure, path, document) => {
  const layout = getEntry(figure, 'layout')
  const traces = itemsOf(getEntry(figure, 'data')).slice(0, MOST_TRACES)
  const heatmaps = [...traces.entries()].flatMap(([index, trace]) => {
    const found = isObject(trace) ? heatmapOf(trace, layout, document) : undefined
    return found === undefined ? [] : [{ ...found, name: pathText([...path, 'data', index, 'z']) }]
  })
  // Numbers of other figures are no matrices, though their layout may look like one.
  if (heatmaps.length === 0) return isObject(layout) ? NOTHING : undefined
  const title = plotlyTitle(layout)
  const isOne = heatmaps.length === 1
  const arrays = heatmaps.map(({ array, trace, name }): CountedArray => {
    const own = isOne ? undefined : (subplotTitle(trace, layout, document) ?? textAt(trace, 'name'))
    return Object.assign(
      { ...(isOne ? withFrames(array, figure, document) : array), name },
      title !== undefined && (own === undefined ? { title } : { source: title }),
      own !== undefined && { title: own },
    )
  })
  const version = heatmaps.some(({ isTyped }) => isTyped) ? 'Plotly 6' : 'Plotly'
  const count = isOne ? '' : `, ${arrays.length} heatmaps`
  return { arrays, notice: `${version} figure${count}: rows are y, columns x.` }
}

function heatmapOf(
  trace: JsonObject,
  layout: JsonNode | undefined,
  document: JsonDocument,
): Heatmap | undefined {
  if (!HEATMAP.test(textAt(trace, 'type') ?? '')) return undefined
  const z = getEntry(trace, 'z')
  const block = blockOf(z, document)
  if (block?.dimensions.length !== 2) return undefined
  const isTransposed = getEntry(trace, 'transpose') === true
  const { values, rowLengths, dimensions, textCount } = block
  return {
    trace,
    isTyped: isObject(z),
    array: {
      values,
      textCount,
      dimensions: dimensions.map(({ size }, d) => {
        const letter = (d === 0) === isTransposed ? 'x' : 'y'
        return plotlyDimension(trace, layout, letter, { size, document })
      }),
      ...(rowLengths && { rowLengths }),
      ...colorOf(trace, layout),
    },
  }
}

/** What the trace's own color bar says, or that of the axis that several traces share. */
function colorOf(
  trace: JsonObject,
  layout: JsonNode | undefined,
): Pick<FoundArray, 'metric' | 'domain'> {
  const axis = entryAt(layout, textAt(trace, 'coloraxis') ?? '')
  const metric = plotlyTitle(entryAt(trace, 'colorbar')) ?? plotlyTitle(entryAt(axis, 'colorbar'))
  const low = numberAt(trace, 'zmin') ?? numberAt(axis, 'cmin')
  const high = numberAt(trace, 'zmax') ?? numberAt(axis, 'cmax')
  return {
    ...(metric !== undefined && { metric }),
    ...(low !== undefined && high !== undefined && { domain: [low, high] }),
  }
}
