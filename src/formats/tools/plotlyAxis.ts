import { type Dimension } from '../foreign/FoundFile'
import { isObject, type JsonDocument, type JsonNode, type JsonObject } from '../json/JsonTree'
import { blockOf } from './blocks/blockOf'
import { entryAt, textAt } from './blocks/entryAt'
import { textsOf } from './blocks/textsOf'
import { plotlyTitle } from './plotlyTitle'

/** The layout of the axis that a trace uses: `xaxis2` for one with `xaxis: "x2"`. */
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

/** A heatmap's columns (x) or rows (y): their labels from the trace or the axis' ticks, their name from its title. */
export function plotlyDimension(
  trace: JsonObject,
  layout: JsonNode | undefined,
  letter: 'x' | 'y',
  { size, document }: { readonly size: number; readonly document: JsonDocument },
): Dimension {
  const axis = axisOf(trace, layout, letter)
  // Of facets only the outer ones say it all; the others match them.
  const model = namedAxis(layout, textAt(axis, 'matches') ?? '')
  const ticks = textsOf(entryAt(axis, 'ticktext'), document.numbers)
  const own = labelsOf(entryAt(trace, letter), document)
  // Texts on the ticks are there to name numbers.
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
  const typed = isObject(node) ? blockOf(node, document) : undefined
  return typed === undefined ? textsOf(node, document.numbers) : Array.from(typed.values, String)
}

function isReversedAxis(axis: JsonNode | undefined, numbers: Float64Array): boolean {
  const [low = NaN, high = NaN] = (textsOf(entryAt(axis, 'range'), numbers) ?? []).map(Number)
  return (textAt(axis, 'autorange') ?? '').endsWith('reversed') || low > high
}
