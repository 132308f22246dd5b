import { type Dimension, type FoundArray } from '../foreign/FoundFile'
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
import { numericBlock } from './blocks/numericBlock'
import { textsOf } from './blocks/textsOf'
import { type CountedArray, type Tool, type ToolArrays } from './Tool'

const HEATMAP = /^(?:heatmap|contour|surface)/

/** The largest number of traces that are read. */
const MOST_TRACES = 1000

/** Tolerance for the place of a title, as a share of the figure's width and height. */
const SLACK = 0.02

/** The largest number of annotations that are searched for titles. */
const MOST_TITLES = 1000

const NOTHING: ToolArrays = { arrays: [], notice: '' }

interface Heatmap {
  readonly trace: JsonObject
  readonly isTyped: boolean
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
    if (heatmaps.length === 0) return isObject(layout) ? NOTHING : undefined
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
    return { arrays, notice: `${version} figure${count}: rows are y, columns x.` }
  },
}

function heatmapOf(
  trace: JsonObject,
  layout: JsonNode | undefined,
  document: JsonDocument,
): Heatmap | undefined {
  if (!HEATMAP.test(textAt(trace, 'type') ?? '')) return undefined
  const z = getEntry(trace, 'z')
  const block = numericBlock(z, document)
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

/** Returns the layout of the axis that a trace uses: `xaxis2` for a trace with `xaxis: "x2"`. */
function axisOf(
  trace: JsonObject,
  layout: JsonNode | undefined,
  letter: 'x' | 'y',
): JsonNode | undefined {
  return namedAxis(layout, textAt(trace, `${letter}axis`) ?? letter)
}

function namedAxis(layout: JsonNode | undefined, name: string): JsonNode | undefined {
  return entryAt(layout, `${name.slice(0, 1)}axis${name.slice(1)}`)
}

/**
 * Returns the columns (x) or rows (y) of a heatmap: labels from the trace or the ticks of the axis, name from the title
 * of the axis.
 */
function plotlyDimension(
  trace: JsonObject,
  layout: JsonNode | undefined,
  letter: 'x' | 'y',
  { size, document }: { readonly size: number; readonly document: JsonDocument },
): Dimension {
  const axis = axisOf(trace, layout, letter)
  // In facets only the outer axes have all properties; the other axes match them.
  const model = namedAxis(layout, textAt(axis, 'matches') ?? '')
  const ticks = textsOf(entryAt(axis, 'ticktext'), document.numbers)
  const own = labelsOf(entryAt(trace, letter), document)
  // Texts on the ticks take the place of numbers.
  const labels = [ticks, own].find((list) => list?.length === size)
  const name = plotlyTitle(axis) ?? plotlyTitle(model)
  const isReversed = [axis, model].some((each) => isReversedAxis(each, document.numbers))
  return {
    size,
    ...(labels && { labels }),
    ...(name !== undefined && { name }),
    ...((letter === 'y' || isReversed) && { isDescending: isReversed }),
  }
}

function labelsOf(
  node: JsonNode | undefined,
  document: JsonDocument,
): readonly string[] | undefined {
  const typed = isObject(node) ? numericBlock(node, document) : undefined
  return typed === undefined ? textsOf(node, document.numbers) : Array.from(typed.values, String)
}

function isReversedAxis(axis: JsonNode | undefined, numbers: Float64Array): boolean {
  const [low = NaN, high = NaN] = (textsOf(entryAt(axis, 'range'), numbers) ?? []).map(Number)
  return (textAt(axis, 'autorange') ?? '').endsWith('reversed') || low > high
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

/**
 * Returns the title of a figure, axis or color bar as plain text. plotly stores a title as a text or as {text}, with
 * HTML in it.
 */
function plotlyTitle(node: JsonNode | undefined): string | undefined {
  return plainText(textAt(node, 'title') ?? textAt(entryAt(node, 'title'), 'text'))
}

function plainText(text: string | undefined): string | undefined {
  const plain = text
    ?.replace(/<[^<>]{1,80}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' ? undefined : plain
}
