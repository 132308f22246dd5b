import {
  displayedOf,
  isAsLoaded,
  type Displayed,
  type DisplaySettings,
} from '../../analysis/displayedOf'
import { type Tensor } from '../../tensor/Tensor'
import { createLoadClient, type LoadClient } from '../../worker/LoadClient'
import { startWorker } from '../startWorker'
import { copyInSlices } from './copyInSlices'

/** Up to so many cells a pass over all of them is not noticed. */
export const MAX_CELLS_AT_ONCE = 1 << 17

let client: LoadClient | undefined

/** Starts its workers when the first is needed: a page that transforms nothing has none of them. */
export function sharedClient(): LoadClient {
  client ??= createLoadClient(startWorker)
  return client
}

/** What was last made of a tensor, for the next figure of it and for its exports. */
const made = new WeakMap<Tensor, { readonly key: string; readonly displayed: Displayed }>()

/** What a view displays, where it is there or made in a moment; undefined where it takes a worker. */
export function displayedNow(raw: Displayed, settings: DisplaySettings): Displayed | undefined {
  if (isAsLoaded(settings)) return raw
  const { key, displayed } = made.get(raw.tensor) ?? {}
  if (key === keyOf(settings)) return displayed
  if (raw.tensor.values.length > MAX_CELLS_AT_ONCE) return undefined
  return keep(raw, settings, displayedOf(raw, settings))
}

/** The same, made in a worker. Where there is none it is made here, at the cost of a pause. */
export async function displayedSoon(
  raw: Displayed,
  settings: DisplaySettings,
  signal?: AbortSignal,
): Promise<Displayed> {
  const now = displayedNow(raw, settings)
  if (now !== undefined) return now
  const values = await copyInSlices(raw.tensor.values, signal)
  try {
    const { statistics, tensor } = raw
    const copy = { tensor: { ...tensor, values }, statistics, pyramids: [] }
    const request = { type: 'display', name: 'values', raw: copy, settings } as const
    const { tensors } = await sharedClient().compute(request, signal && { signal })
    const answer = tensors[0] ?? raw
    const isRaw = settings.transform === 'raw'
    return keep(raw, settings, isRaw ? { ...answer, tensor, pyramids: raw.pyramids } : answer)
  } catch {
    signal?.throwIfAborted()
    return keep(raw, settings, displayedOf(raw, settings))
  }
}

function keep(raw: Displayed, settings: DisplaySettings, displayed: Displayed): Displayed {
  made.set(raw.tensor, { key: keyOf(settings), displayed })
  return displayed
}

function keyOf({ transform, special }: DisplaySettings): string {
  return `${transform} ${special === 'exclude'}`
}
