import {
  displayedOf,
  isAsLoaded,
  type Displayed,
  type DisplaySettings,
} from '../../analysis/displayedOf'
import { type Tensor } from '../../tensor/Tensor'
import { copyOfValues } from '../derive/copyOfValues'
import { inSlices } from '../derive/inSlices'
import { type Work } from '../derive/Work'

/** Up to so many cells a pass over all of them is not noticed. */
export const MAX_CELLS_AT_ONCE = 1 << 17

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

/** The same, made in a worker. */
export async function displayedSoon(
  raw: Displayed,
  settings: DisplaySettings,
  { jobs, signal }: Work,
): Promise<Displayed> {
  const now = displayedNow(raw, settings)
  if (now !== undefined) return now
  const values = await inSlices(copyOfValues(raw.tensor.values), signal)
  const { statistics, tensor } = raw
  const copy = { tensor: { ...tensor, values }, statistics, pyramids: [] }
  const output = await jobs.run('display', { raw: copy, settings }, { signal })
  const isRaw = settings.transform === 'raw'
  return keep(raw, settings, isRaw ? { ...output, tensor, pyramids: raw.pyramids } : output)
}

function keep(raw: Displayed, settings: DisplaySettings, displayed: Displayed): Displayed {
  made.set(raw.tensor, { key: keyOf(settings), displayed })
  return displayed
}

function keyOf({ transform, special }: DisplaySettings): string {
  return `${transform} ${special === 'exclude'}`
}
