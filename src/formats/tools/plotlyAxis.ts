import { type Dimension } from '../foreign/FoundFile'
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
import { numericBlock } from './blocks/numericBlock'
import { textsOf } from './blocks/textsOf'

/** Returns the layout of the axis that a trace uses: `xaxis2` for a trace with `xaxis: "x2"`. */
export function axisOf(
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
export function plotlyDimension(
  trace: JsonObject,
  layout: JsonNode | undefined,
  letter: 'x' | 'y',
  { size, document }: { readonly size: number; readonly document: JsonDocument },
): Dimension {
  const axis = axisOf(trace, layout, letter)
  // In facets only the outer axes have all properties; the other axes match them.
  const model = namedAxis(layout, textAt(axis, 'matches') ?? '')
  const own =
    joinedLevels(getEntry(trace, letter), size, document) ??
    labelsOf(getEntry(trace, letter), document)
  const places = own?.length === size ? own : steppedLabels(trace, letter, size)
  const labels = tickLabels(axis, size, places, document) ?? places
  const name = plotlyTitle(axis) ?? plotlyTitle(model)
  const isReversed = [axis, model].some((each) => isReversedAxis(each, document.numbers))
  return {
    size,
    ...(labels && { labels }),
    ...(name !== undefined && { name }),
    ...((letter === 'y' || isReversed) && { isDescending: isReversed }),
  }
}

/** Returns the places of cells that are given by the first one and their distance, as `x0` and `dx`. */
function steppedLabels(
  trace: JsonObject,
  letter: 'x' | 'y',
  size: number,
): readonly string[] | undefined {
  const first = numberAt(trace, `${letter}0`)
  const step = numberAt(trace, `d${letter}`)
  if (first === undefined && step === undefined) return undefined
  return Array.from({ length: size }, (_, i) => String((first ?? 0) + i * (step ?? 1)))
}

/** Returns the texts on the ticks in the place of numbers: all of them, or those at `tickvals`. */
function tickLabels(
  axis: JsonNode | undefined,
  size: number,
  places: readonly string[] | undefined,
  document: JsonDocument,
): readonly string[] | undefined {
  const texts = textsOf(entryAt(axis, 'ticktext'), document.numbers)
  if (texts === undefined || texts.length === size) return texts
  const values = labelsOf(entryAt(axis, 'tickvals'), document)
  if (values?.length !== texts.length) return undefined
  const textOf = new Map(values.map((value, i) => [value, texts[i] ?? value]))
  return Array.from({ length: size }, (_, i) => {
    const place = places?.[i] ?? String(i)
    return textOf.get(place) ?? place
  })
}

/** Returns the labels of an axis with several levels, which are one list for each level. */
function joinedLevels(
  node: JsonNode | undefined,
  size: number,
  { numbers }: JsonDocument,
): readonly string[] | undefined {
  const levels = itemsOf(node).map((item) => textsOf(item, numbers))
  const isLevels = levels.length > 1 && levels.every((level) => level?.length === size)
  // A list of two texts for two cells may also be one label for each cell.
  if (!isLevels || itemsOf(node).some((item) => typeof item === 'string')) return undefined
  return Array.from({ length: size }, (_, i) => levels.map((level) => level?.[i] ?? '').join(' '))
}

export function labelsOf(
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
 * Returns the title of a figure, axis or color bar as plain text. plotly stores a title as a text or as {text}, with
 * HTML in it.
 */
export function plotlyTitle(node: JsonNode | undefined): string | undefined {
  return plainText(textAt(node, 'title') ?? textAt(entryAt(node, 'title'), 'text'))
}

export function plainText(text: string | undefined): string | undefined {
  const plain = text
    ?.replace(/<[^<>]{1,80}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' ? undefined : plain
}
