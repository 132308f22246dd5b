import { lastingSettings, parseView, type ViewSettings } from '../../tensor/View'
import { readStored, writeStored } from '../base/readStored'

const NAME = 'settings'

/** Returns the settings that were stored when the page was last open. If the page may not use the storage, returns none. */
export function keptSettings(): ViewSettings {
  return lastingSettings(parseView(readStored(NAME)).settings)
}

/** Stores settings for the next time the page is opened. Does nothing if the page may not use the storage. */
export function keepSettings(settings: ViewSettings): void {
  writeStored(NAME, settings)
}
