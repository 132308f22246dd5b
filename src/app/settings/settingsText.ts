import { placeSettings } from '../../tensor/settings/placeSettings'
import { parseView, type ParsedView, type View, type ViewSettings } from '../../tensor/View'

/** The settings as JSON, to be pasted into another page; a query, a zoom and a cell belong to one tensor only. */
export function settingsText(view: View): string {
  return JSON.stringify(portable(view), null, 2)
}

/** Reads `settingsText`; undefined for a text that is no JSON. */
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
