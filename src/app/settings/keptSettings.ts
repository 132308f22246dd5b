import { lastingSettings, parseView, type ViewSettings } from '../../tensor/View'

const KEY = 'simlens:settings'

/** The settings that were kept when the page was last open; none where it may not keep anything. */
export function readKept(): ViewSettings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return lastingSettings(parseView(kept).settings)
  } catch {
    return {}
  }
}

/** Keeps settings over a reload, where the browser lets the page: a sandboxed frame has no storage. */
export function writeKept(settings: ViewSettings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings))
  } catch {
    // They still hold until the page is closed.
  }
}
