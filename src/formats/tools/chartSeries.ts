import {
  entryAt,
  getEntry,
  isObject,
  itemsOf,
  textAt,
  type JsonDocument,
  type JsonNode,
  type JsonObject,
} from '../json/JsonNode'
import { pathText } from '../json/JsonPath'
import { scalarsOf, type Scalar } from './blocks/TableColumn'
import { typedColumn } from './blocks/columnKind'
import { placedOn } from './blocks/tableAxis'
import { textsOf } from './blocks/textsOf'
import { type CountedArray, type Tool } from './Tool'

/** The fewest points of a series that are a matrix. */
const FEWEST = 4

/** One axis of a chart. */
interface ChartAxis {
  /** The labels, by the index that a point gives; undefined if points give numbers that are labels themselves. */
  readonly categories: readonly string[] | undefined
  readonly name: string | undefined
  readonly isReversed: boolean
}

/**
 * The heatmaps of ECharts and Highcharts: series of points [x, y, value], or of objects with these keys, beside axes
 * with categories.
 */
export const chartSeries: Tool = {
  keys: ['series'],
  read(chart, path, document) {
    const axes = [axisOf(chart, 'yAxis', document), axisOf(chart, 'xAxis', document)] as const
    const series = getEntry(chart, 'series')
    const list = isObject(series) ? [series] : itemsOf(series)
    const arrays = list.flatMap((one, i): readonly CountedArray[] => {
      const array = matrixOf(getEntry(isObject(one) ? one : NOTHING, 'data'), axes, document)
      const name = pathText([...path, 'series', i, 'data'])
      const metric = textAt(one, 'name')
      return array === undefined
        ? []
        : [{ ...array, name, ...(metric !== undefined && { metric }) }]
    })
    if (arrays.length === 0) return undefined
    return { arrays, notice: 'Heatmap of ECharts or Highcharts: rows are y, columns x.' }
  },
}

const NOTHING: JsonObject = { kind: 'object', entries: [] }

function axisOf(chart: JsonObject, key: string, { numbers }: JsonDocument): ChartAxis {
  const entry = getEntry(chart, key)
  const axis = isObject(entry) ? entry : itemsOf(entry)[0]
  const isInverse = [entryAt(axis, 'inverse'), entryAt(axis, 'reversed')].includes(true)
  return {
    categories: textsOf(entryAt(axis, 'data') ?? entryAt(axis, 'categories'), numbers),
    name: textAt(axis, 'name') ?? textAt(axis, 'title', 'text'),
    isReversed: isInverse,
  }
}

/** Returns the matrix of points; undefined if they are not points, or if two have one place. */
function matrixOf(
  data: JsonNode | undefined,
  axes: readonly [y: ChartAxis, x: ChartAxis],
  { numbers }: JsonDocument,
): Omit<CountedArray, 'name'> | undefined {
  const points = itemsOf(data).map((point) => pointOf(point, numbers))
  const known = points.filter((point) => point !== undefined)
  if (known.length < FEWEST || known.length < points.length) return undefined
  const columns = [1, 0].map((place) =>
    typedColumn({ name: 'xy'.charAt(place), cells: known.map((point) => point[place] ?? null) }),
  )
  if (!columns.every(({ isText, isWhole }) => isText || isWhole)) return undefined
  const placed = placedOn(
    columns.map((column) => [column]),
    [],
  )
  if (placed?.dimensions.length !== 2) return undefined
  const { dimensions, cellCount, cells } = placed
  if (new Set(cells).size < cells.length) return undefined
  const values = new Float64Array(cellCount).fill(NaN)
  cells.forEach((cell, i) => (values[cell] = numberOf(known[i]?.[2])))
  return {
    values,
    dimensions: dimensions.map(({ size, labels = [] }, d) => {
      const { categories, name, isReversed } = axes[d] ?? NO_AXIS
      const own = labels.map((label) => categories?.[Number(label)] ?? label)
      return Object.assign(
        { size, labels: own },
        name !== undefined && { name },
        d === 0 && { isDescending: isReversed },
      )
    }),
  }
}

const NO_AXIS: ChartAxis = { categories: undefined, name: undefined, isReversed: false }

/** Returns x, y and the value of a point. */
function pointOf(node: JsonNode, numbers: Float64Array): readonly Scalar[] | undefined {
  const value = isObject(node) ? getEntry(node, 'value') : node
  const listed = value === undefined ? undefined : scalarsOf(value, numbers)
  if (listed?.length === 3) return listed
  if (!isObject(node)) return undefined
  const parts = ['x', 'y', 'value'].map((key) => getEntry(node, key))
  const scalars = parts.filter((part) => typeof part === 'number' || typeof part === 'string')
  return scalars.length === 3 ? scalars : undefined
}

function numberOf(value: Scalar | undefined): number {
  return typeof value === 'number' ? value : NaN
}
