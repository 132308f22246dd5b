import { itemsOf, type JsonDocument, type JsonNode, type JsonObject } from '../json/JsonTree'
import { entryAt, numberAt, textAt } from './blocks/entryAt'
import { textsOf } from './blocks/textsOf'
import { axisOf } from './plotlyAxis'
import { plainText } from './plotlyTitle'

/** Parts of the figure's width and height that a title may be off. */
const SLACK = 0.02

/** More annotations than these are no titles. */
const MOST_TITLES = 1000

/** The annotation that stands above the middle of a trace's subplot, nearest to it; undefined where there is none. */
export function subplotTitle(
  trace: JsonObject,
  layout: JsonNode | undefined,
  { numbers }: JsonDocument,
): string | undefined {
  const [left = 0, right = 1] = domainOf(axisOf(trace, layout, 'x'), numbers)
  const [, top = 1] = domainOf(axisOf(trace, layout, 'y'), numbers)
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

function domainOf(axis: JsonNode | undefined, numbers: Float64Array): readonly number[] {
  return (textsOf(entryAt(axis, 'domain'), numbers) ?? []).map(Number)
}
