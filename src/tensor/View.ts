import * as v from 'valibot'
import { type Tensor } from './Tensor'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const columns = v.pipe(
  v.tuple([count, count]),
  v.check(([first, last]) => first <= last, 'the first column must not be beyond the last'),
)

/** What may set the color domain: a mode, or its two ends with `low < high`. */
const domain = v.union([
  v.picklist(['auto', 'extent', 'symmetric', 'unit']),
  v.pipe(
    v.strictTuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())]),
    v.check(([low, high]) => low < high, 'the first end must be below the second'),
  ),
])

/**
 * Every setting of a view, and the one schema for it: the file's `view`, and what the page keeps for the next file.
 * Each is optional; `resolveView` fills in the defaults.
 */
export const ViewSchema = v.object({
  query: v.exactOptional(count),
  axis: v.exactOptional(v.picklist(['position', 'distance'])),
  /** Where layer 0 is: `up` counts upwards from the bottom. */
  layers: v.exactOptional(v.picklist(['up', 'down'])),
  /** The rectangle is as wide as this query's past, or as the longest of all queries. */
  width: v.exactOptional(v.picklist(['query', 'all'])),
  colormap: v.exactOptional(v.picklist(['viridis'])),
  domain: v.exactOptional(domain),
  /** Which value stands for the cells of a bin. */
  detail: v.exactOptional(v.picklist(['extreme', 'mean', 'max', 'min'])),
  /** First and last visible column, inclusive; absent = all. */
  x: v.exactOptional(columns),
  /** The pinned cell: layer, token (0-based indices in the tensor). */
  cell: v.exactOptional(v.strictTuple([count, count])),
})

/** Settings that somebody chose: a file, or the reader of the page. */
export type ViewSettings = v.InferOutput<typeof ViewSchema>

export type DomainSetting = v.InferOutput<typeof domain>

export interface View {
  readonly query: number
  readonly axis: 'position' | 'distance'
  readonly layers: 'up' | 'down'
  readonly width: 'query' | 'all'
  readonly colormap: 'viridis'
  readonly domain: DomainSetting
  readonly detail: 'extreme' | 'mean' | 'max' | 'min'
  readonly x?: readonly [first: number, last: number]
  readonly cell?: readonly [layerIndex: number, tokenIndex: number]
}

export interface ParsedView {
  readonly settings: ViewSettings
  /** One sentence for each value that could not be used. */
  readonly notices: readonly string[]
}

/** Reads a `view` object; what cannot be used becomes a notice and is left out. Never throws. */
export function parseView(input: unknown): ParsedView {
  if (input === undefined) return { settings: {}, notices: [] }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { settings: {}, notices: ['The file’s view is not an object; it was ignored.'] }
  }
  const settings: ViewSettings = {}
  const notices: string[] = []
  for (const [key, value] of Object.entries(input)) {
    const result = v.safeParse(ViewSchema, { [key]: value })
    if (result.success && Object.keys(result.output).length === 1) {
      Object.assign(settings, result.output)
    } else {
      notices.push(
        `The file’s view has ${shortened(key)} = ${brief(value)}, which this version does not know.`,
      )
    }
  }
  return { settings, notices }
}

/** The view of a tensor: the file's settings, then the kept ones, then the defaults (design.md §7). */
export function resolveView(tensor: Tensor, file: ViewSettings, kept: ViewSettings): View {
  const { query: _query, cell: _cell, x: _x, ...lasting } = kept
  const defaults: View = {
    query: 0,
    axis: tensor.hasQueries ? 'distance' : 'position',
    layers: 'up',
    width: 'query',
    colormap: 'viridis',
    domain: 'auto',
    detail: 'extreme',
  }
  const view = { ...defaults, ...lasting, ...file }
  return { ...view, query: Math.min(view.query, tensor.queries.length - 1) }
}

function brief(value: unknown): string {
  return shortened(jsonOf(value))
}

/** What JSON cannot write (a bigint, a circle) is named by its type. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value
  } catch {
    return typeof value
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
