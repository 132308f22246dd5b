import { lastingSettings, parseView, type ViewSettings } from '../../tensor/View'
import { readStored, writeStored } from '../base/readStored'

const NAME = 'settings'

/** Returns the settings that were stored when the page was last open; none if the page may not use the storage. */
export function readKept(): ViewSettings {
  return lastingSettings(parseView(readStored(NAME)).settings)
}

/** Stores settings for the next time the page is opened. Does nothing if the page may not use the storage. */
export function writeKept(settings: ViewSettings): void {
  writeStored(NAME, settings)
}
