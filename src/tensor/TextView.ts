import * as v from 'valibot'
import { settingKeys, settingOf, type SettingKey } from './settings/settings'
import { parseView, type ParsedView, type ViewProblem, type ViewSettings } from './View'

/** A view that was read from texts. */
export interface TextView extends ParsedView {
  /** Settings with an empty text. They are to be removed, such as a cell that is no longer pinned. */
  readonly cleared: readonly SettingKey[]
}

/**
 * Returns the view of settings that are written as texts, such as those of an address. The inverse of `textOfValue`.
 * Never throws.
 */
export function viewOfTexts(texts: Readonly<Record<string, string>>): TextView {
  const cleared = settingKeys.filter((key) => texts[key] === '' && isClearable(key))
  const settings: ViewSettings = {}
  const problems: ViewProblem[] = []
  for (const [key, text] of Object.entries(texts)) {
    if (cleared.some((each) => each === key)) continue
    const parsed = readingsOf(text).map((value) => parseView({ [key]: value }))
    const usable = parsed.find((each) => each.problems.length === 0)
    if (usable === undefined) problems.push(...(parsed.at(0)?.problems ?? []))
    else Object.assign(settings, usable.settings)
  }
  return { settings, cleared, problems }
}

/** Returns true if a view may lack the setting and an empty text does not mean false. */
function isClearable(key: SettingKey): boolean {
  const setting = settingOf(key)
  return !('default' in setting) && !v.is(setting.schema, false)
}

/** A text that would be read as false, in any number of quotes. */
const QUOTED_FALSE = /^("*)false\1$/u

/**
 * Returns every value that a text can stand for: the text itself, a number or word of JSON, or a list of them. An empty
 * text and `false` stand for false; the text “false” is written in quotes.
 */
function readingsOf(text: string): readonly unknown[] {
  if (text === '' || text === 'false') return [false]
  if (QUOTED_FALSE.test(text)) return [text.slice(1, -1)]
  return [text, ...[text, `[${text}]`].flatMap(jsonOf)]
}

function jsonOf(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)]
  } catch {
    return []
  }
}

/** Returns the text of a setting's value. */
export function textOfValue(value: unknown): string {
  if (value === false) return ''
  if (typeof value === 'string') return QUOTED_FALSE.test(value) ? `"${value}"` : value
  return (JSON.stringify(value) ?? '').replace(/^\[(.*)\]$/su, '$1')
}
