import { lastingSettings, parseView, type ViewSettings } from '../../tensor/View'
import { readStored, writeStored } from '../base/storage'

const NAME = 'settings'

/** The settings that were kept when the page was last open; none where it may not keep anything. */
export function readKept(): ViewSettings {
  return lastingSettings(parseView(readStored(NAME)).settings)
}

/** Keeps settings over a reload, where the browser lets the page. */
export function writeKept(settings: ViewSettings): void {
  writeStored(NAME, settings)
}
