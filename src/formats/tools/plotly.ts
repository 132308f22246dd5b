import { type FoundArray } from '../foreign/FoundFile'
import { roleOfName } from '../foreign/roleOfName'
import {
  entryAt,
  getEntry,
  isObject,
  itemsOf,
  numberAt,
  textAt,
  type JsonDocument,
  type JsonNode,
  type JsonObject,
} from '../json/JsonNode'
import { pathText } from '../json/JsonPath'
import { type Block } from './blocks/Block'
import { numericBlock } from './blocks/numericBlock'
import { typedColumn } from './blocks/columnKind'
import { placedOn } from './blocks/tableAxis'
import { textsOf } from './blocks/textsOf'
import { axisOf, labelsOf, plainText, plotlyDimension, plotlyTitle } from './plotlyAxis'
import { type CountedArray, type Tool, type ToolArrays } from './Tool'

const HEATMAP = /^(?:heatmap|contour|surface|histogram2d)/

/** The largest number of traces that are read. */
const MOST_TRACES = 1000

/** Tolerance for the place of a title, as a share of the figure's width and height. */
const SLACK = 0.02

/** The most types of traces that a sentence names. */
const MOST_TYPES = 3

/** The largest number of annotations that are searched for titles. */
const MOST_TITLES = 1000

interface Heatmap {
  readonly trace: JsonObject
  readonly isTyped: boolean
  /** Whether it is a list of points with texts as places, whose order is only that of the list. */
  readonly isListed?: boolean
  readonly array: Omit<CountedArray, 'name'>
}

type Nameless = Omit<FoundArray, 'name'>

/** The figures of plotly 5 and 6. Each trace of a heatmap is an array [y][x]. */
export const plotly: Tool = {
  keys: ['data'],
  read(figure, path, document) {
    const layout = getEntry(figure, 'layout')
    const traces = itemsOf(getEntry(figure, 'data')).slice(0, MOST_TRACES)
    const heatmaps = [...traces.entries()].flatMap(([index, trace]) => {
      const found = isObject(trace) ? heatmapOf(trace, layout, document) : undefined
      return found === undefined
        ? []
        : [{ ...found, name: pathText([...path, 'data', index, 'z']) }]
    })
    // Numbers in figures without a heatmap are not matrices, even if their layout looks like one.
    if (heatmaps.length === 0) return isObject(layout) ? withoutHeatmap(traces) : undefined
    const title = plotlyTitle(layout)
    const isOne = heatmaps.length === 1
    const arrays = heatmaps.map(({ array, trace, name }): CountedArray => {
      const own = isOne
        ? undefined
        : (subplotTitle(trace, layout, document) ?? textAt(trace, 'name'))
      return Object.assign(
        { ...(isOne ? withFrames(array, figure, document) : array), name },
        title !== undefined && (own === undefined ? { title } : { source: title }),
        own !== undefined && { title: own },
      )
    })
    const version = heatmaps.some(({ isTyped }) => isTyped) ? 'Plotly 6' : 'Plotly'
    const count = isOne ? '' : `, ${arrays.length} heatmaps`
    const hasTexts = heatmaps.some(({ trace }) => rowDepth(getEntry(trace, 'text')) > 0)
    const isListed = heatmaps.some(({ isListed: is }) => is)
    const left = [
      ...(isListed ? ['Texts are in the order of their first appearance.'] : []),
      ...(hasTexts ? ['The texts of its cells are left out.'] : []),
    ]
    return { arrays, notice: `${version} figure${count}: rows are y, columns x.`, left }
  },
}

/** Returns a sentence that names what a figure is that has no heatmap. */
function withoutHeatmap(traces: readonly JsonNode[]): ToolArrays {
  const types = new Set(traces.map((trace) => textAt(trace, 'type') ?? 'scatter'))
  const what = types.size === 0 ? 'empty' : [...types].slice(0, MOST_TYPES).join(', ')
  return { arrays: [], notice: `It is a Plotly figure (${what}) without a heatmap.` }
}

/** Returns how many lists are nested around texts; 0 if there are none. */
function rowDepth(node: JsonNode | undefined): number {
  const [first] = itemsOf(node)
  if (first === undefined) return 0
  return typeof first === 'string' ? 1 : rowDepth(first)
}

function heatmapOf(
  trace: JsonObject,
  layout: JsonNode | undefined,
  document: JsonDocument,
): Heatmap | undefined {
  if (!HEATMAP.test(textAt(trace, 'type') ?? '')) return undefined
  const z = getEntry(trace, 'z')
  const block = numericBlock(z, document)
  if (block?.dimensions.length === 1) return pointsOf(trace, block, layout, document)
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

/** Returns the heatmap of a list of points: x, y and z have one entry for each cell. A bin of several points is none. */
function pointsOf(
  trace: JsonObject,
  { values, textCount }: Block,
  layout: JsonNode | undefined,
  document: JsonDocument,
): Heatmap | undefined {
  const lists = (['y', 'x'] as const).map((letter) => labelsOf(getEntry(trace, letter), document))
  const columns = lists.map((list, i) => typedColumn({ name: 'yx'.charAt(i), cells: list ?? [] }))
  if (values.length === 0 || !lists.every((list) => list?.length === values.length))
    return undefined
  const placed = placedOn(
    columns.map((column) => [column]),
    [],
  )
  if (placed?.dimensions.length !== 2) return undefined
  const { dimensions, cellCount, cells } = placed
  if (new Set(cells).size < cells.length) return undefined
  const spread = new Float64Array(cellCount).fill(NaN)
  cells.forEach((cell, row) => (spread[cell] = values[row] ?? NaN))
  return {
    trace,
    isTyped: isObject(getEntry(trace, 'z')),
    isListed: columns.some(({ isText }) => isText),
    array: {
      values: spread,
      textCount,
      dimensions: dimensions.map(({ size, labels = [] }, d) => {
        const { name, isDescending } = plotlyDimension(trace, layout, d === 0 ? 'y' : 'x', {
          size,
          document,
        })
        return Object.assign(
          { size, labels },
          name !== undefined && { name },
          isDescending !== undefined && { isDescending },
        )
      }),
      ...colorOf(trace, layout),
    },
  }
}

/** Returns the title and range of the trace's own color bar, or else of the color axis that several traces share. */
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

/**
 * Returns the heatmap of an animated figure with all frames. The frames become the outermost dimension, with the name
 * of the slider. Returns the heatmap unchanged if there are no frames, or if a frame has another shape.
 */
function withFrames(heatmap: Nameless, figure: JsonObject, document: JsonDocument): Nameless {
  const frames = itemsOf(getEntry(figure, 'frames'))
  const { length } = heatmap.values
  const parts = frames.map((frame) => {
    const values = numericBlock(entryAt(itemsOf(entryAt(frame, 'data'))[0], 'z'), document)?.values
    return values?.length === length ? values : undefined
  })
  const isWhole = parts.length > 1 && heatmap.rowLengths === undefined
  if (!isWhole || parts.includes(undefined)) return heatmap
  const isNarrow = heatmap.values instanceof Float32Array
  const size = parts.length
  const values = isNarrow ? new Float32Array(size * length) : new Float64Array(size * length)
  parts.forEach((part, i) => values.set(part ?? [], i * length))
  const slider = itemsOf(entryAt(getEntry(figure, 'layout'), 'sliders'))[0]
  const prefix = textAt(slider, 'currentvalue', 'prefix')
  const name = prefix?.replace(/\s*[=:]\s*$/, '') ?? 'frame'
  const labels = frames.map((frame, i) => textAt(frame, 'name') ?? String(i))
  // Each frame is a picture of its own, unless the frames are the layers.
  const role = roleOfName(name) === 'layer' ? 'layer' : 'query'
  return { ...heatmap, values, dimensions: [{ size, name, labels, role }, ...heatmap.dimensions] }
}

/** Returns the text of the nearest annotation above the middle of a trace's subplot, or undefined if there is none. */
function subplotTitle(
  trace: JsonObject,
  layout: JsonNode | undefined,
  { numbers }: JsonDocument,
): string | undefined {
  const [left = 0, right = 1] = extentOf(axisOf(trace, layout, 'x'), numbers)
  const [, top = 1] = extentOf(axisOf(trace, layout, 'y'), numbers)
  const above = itemsOf(entryAt(layout, 'annotations'))
    .slice(0, MOST_TITLES)
    .map((annotation) => ({
      text: plainText(textAt(annotation, 'text')),
      x: numberAt(annotation, 'x') ?? NaN,
      y: numberAt(annotation, 'y') ?? NaN,
    }))
    .filter(({ x, y }) => Math.abs(x - (left + right) / 2) < SLACK && y > top - SLACK)
  return above.toSorted((one, other) => one.y - other.y)[0]?.text
}

function extentOf(axis: JsonNode | undefined, numbers: Float64Array): readonly number[] {
  return (textsOf(entryAt(axis, 'domain'), numbers) ?? []).map(Number)
}
