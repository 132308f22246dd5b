import { placeSettings } from '../../tensor/settings/placeSettings'
import { parseView, type ParsedView, type View, type ViewSettings } from '../../tensor/View'

/**
 * Returns the settings as JSON, to be pasted into another page. The query, the zoom and the cell are left out, since
 * they apply to one tensor only.
 */
export function settingsText(view: View): string {
  return JSON.stringify(portable(view), null, 2)
}

/** Returns the settings of a text written by `settingsText`; undefined if the text is not JSON. */
export function settingsOfText(text: string): ParsedView | undefined {
  try {
    const input: unknown = JSON.parse(text)
    const { settings, problems } = parseView(input)
    return { settings: portable(settings), problems }
  } catch {
    return undefined
  }
}

function portable(settings: ViewSettings): ViewSettings {
  return Object.fromEntries(
    Object.entries(settings).filter(([key]) => !Object.hasOwn(placeSettings, key)),
  )
}
