import * as v from 'valibot'
import { withoutAbsent, type Windows } from '../../tensor/Windows'
import { type OpenTensor } from '../state/AppState'

/** A view to which the browser's history leads back: a tensor that is open, its query and its zoom. */
export interface Visit {
  readonly id: number
  readonly query: number
  readonly windows: Windows
}

/** Distinguishes this page from itself before a reload, when its tensors had the same ids. */
const PAGE = performance.timeOrigin

const axisWindow = v.object({ start: v.number(), span: v.number() })

/** The state of an entry of the browser's history. */
const entrySchema = v.object({
  page: v.literal(PAGE),
  /** When the entry was added, in milliseconds of `performance.now()`; 0 for the first. */
  added: v.number(),
  id: v.number(),
  query: v.number(),
  windows: v.object({ columns: v.optional(axisWindow), layers: v.optional(axisWindow) }),
})

type Entry = v.InferOutput<typeof entrySchema>

/** Returns the view of the current entry of the browser's history; undefined if this page did not write the entry. */
export function currentVisit(): Visit | undefined {
  const entry = currentEntry()
  return entry && { ...entry, windows: withoutAbsent(entry.windows) }
}

function currentEntry(): Entry | undefined {
  const parsed = v.safeParse(entrySchema, history.state)
  return parsed.success ? parsed.output : undefined
}

/** Time in milliseconds in which several steps of a zoom are one entry. Safari allows 100 changes in 30 seconds. */
const STEP_MS = 1000

/**
 * Writes the address and the view of a tensor to the browser's history: to a new entry if the reader went to another
 * view, else to the current one. The history of a page in a frame is that of the page around it, so it gets no entries.
 * Throws if the browser refuses.
 */
export function visit({ id, view: { query }, windows }: OpenTensor, address: string): void {
  const last = currentEntry()
  const now = performance.now()
  const here = [id, query, windows.columns, windows.layers]
  const there = last && [last.id, last.query, last.windows.columns, last.windows.layers]
  // The first step of a zoom never replaces the whole view.
  const isFirstStep = JSON.stringify([id, query, null, null]) === JSON.stringify(there)
  const isNew =
    last !== undefined &&
    window.self === window.top &&
    JSON.stringify(here) !== JSON.stringify(there) &&
    (isFirstStep || last.added === 0 || now - last.added >= STEP_MS)
  const added = isNew ? now : (last?.added ?? 0)
  const entry: Entry = { page: PAGE, added, id, query, windows }
  if (isNew) history.pushState(entry, '', address)
  else history.replaceState(entry, '', address)
}
