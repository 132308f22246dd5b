import * as v from 'valibot'
import { cutText } from '../text/cutText'
import { firstSentences } from '../text/listed'
import { type DefaultFacts } from './settings/Setting'
import {
  isSettingKey,
  settingKeys,
  settingOf,
  type DefaultKey,
  type SettingKey,
  type SettingValue,
  type ViewKey,
} from './settings/settings'
import { panelQuery } from './panels'
import { maxLayerCount, type Tensor } from './Tensor'

/** The settings that were chosen, by a file, an address or the reader of the page. */
export type ViewSettings = { readonly [Key in SettingKey]?: SettingValue<Key> }

/** A complete view: every setting that has a default is present. */
export type View = { readonly [Key in ViewKey]?: SettingValue<Key> } & {
  readonly [Key in DefaultKey]: SettingValue<Key>
}

/** The pinned cell: layer and token, 0-based indices in the tensor. */
export type PinnedIndex = readonly [layerIndex: number, tokenIndex: number]

/** Name of a colormap. */
export type Colormap = SettingValue<'colormap'>
/** The comparison that is displayed in place of the values; `raw` for none. */
export type Transform = SettingValue<'transform'>
/** The rule for the ends of the color domain, or the ends themselves. */
export type DomainSetting = SettingValue<'domain'>

/** A part of a view that could not be used. */
export type ViewProblem =
  /** The view is not an object of settings. */
  | { readonly tag: 'no-object' }
  | { readonly tag: 'unknown-setting'; readonly key: string; readonly value: unknown }
  /** The setting exists, but it cannot have this value. */
  | { readonly tag: 'unusable-value'; readonly key: SettingKey; readonly value: unknown }

/** A view as it was read. */
export interface ParsedView {
  readonly settings: ViewSettings
  readonly problems: readonly ViewProblem[]
}

/**
 * Returns the settings of a `view` object. Each part that cannot be used is left out and becomes a problem. Never
 * throws.
 */
export function parseView(input: unknown): ParsedView {
  if (input === undefined) return { settings: {}, problems: [] }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { settings: {}, problems: [{ tag: 'no-object' }] }
  }
  const settings: ViewSettings = {}
  const problems: ViewProblem[] = []
  for (const [key, value] of Object.entries(input)) {
    if (!isSettingKey(key)) {
      problems.push({ tag: 'unknown-setting', key, value })
      continue
    }
    // A list of a million wrong items has one problem.
    const result = v.safeParse(settingOf(key).schema, value, { abortEarly: true })
    if (result.success) Object.assign(settings, { [key]: result.output })
    else problems.push({ tag: 'unusable-value', key, value })
  }
  return { settings, problems }
}

/** The settings of a view that decide which queries it shows. */
type Several = Partial<Pick<View, 'panels' | 'rows'>>

/** Returns the view of a tensor for which no setting, or only these, was chosen. */
export function defaultView(tensor: DefaultFacts, { panels = 'one', rows }: Several = {}): View {
  return withDefaults({ panels, ...(rows && { rows }) }, tensor)
}

/**
 * Returns the view with changed settings. Of panels and queries as rows, the one that was chosen last replaces the
 * other. A scope that was the default before becomes the default of now. A query without a panel among chosen ones is
 * shown alone.
 */
export function changedView(view: View, settings: Partial<View>, tensor: Tensor): View {
  const { panels = 'one' } = settings
  const several = shownAtOnce(
    { ...view, ...settings, ...(panels !== 'one' && { rows: 'layer' }) },
    tensor,
  )
  const before = defaultView(tensor, view)
  const scope = view.scope === before.scope ? defaultView(tensor, several).scope : view.scope
  const changed = { ...view, scope, ...settings, ...several }
  const query = panelQuery(tensor, changed)
  if (query === changed.query) return inTurns(tensor, changed, settings.flick !== undefined)
  return settings.panels === undefined ? { ...changed, panels: 'one' } : { ...changed, query }
}

/** Returns settings of which at most one shows several queries: the rows do, if the tensor has several. */
function shownAtOnce(
  { panels = 'one', rows, layer = 0 }: Partial<View>,
  tensor: Tensor,
): Required<Several> & Pick<View, 'layer'> {
  if (rows !== 'query' || tensor.queries.length < 2) return { panels, rows: 'layer', layer }
  const last = Math.max(0, maxLayerCount(tensor) - 1)
  return { panels: 'one', rows, layer: Math.min(layer, last) }
}

/**
 * Returns the view without two queries that cannot take turns. If its query is neither of them, it is shown alone, or if
 * the turns are wanted, the first of them is shown.
 */
function inTurns(tensor: Pick<Tensor, 'queries'>, view: View, isWanted: boolean): View {
  const { flick, ...alone } = view
  if (flick === undefined) return view
  const isPossible = flick.every((index) => index < tensor.queries.length)
  if (view.panels !== 'one' || view.rows === 'query' || !isPossible) return alone
  if (flick.includes(view.query)) return view
  return isWanted ? { ...view, query: flick[0] } : alone
}

/** Returns the settings, with defaults for those that are missing. */
function withDefaults(settings: Partial<View>, tensor: DefaultFacts): View {
  const view: Partial<View> = {}
  const hasSeveral = (settings.panels ?? 'one') !== 'one' || settings.rows === 'query'
  const ground = { ...tensor, hasSeveral }
  for (const key of settingKeys) {
    const entry = settingOf(key)
    if (!('default' in entry)) continue
    const value: unknown =
      typeof entry.default === 'function' ? entry.default(ground) : entry.default
    Object.assign(view, { [key]: value })
  }
  Object.assign(view, settings)
  if (!isWhole(view)) throw new Error('a setting with a default is undefined')
  return view
}

function isWhole(view: Partial<View>): view is View {
  return settingKeys.every((key) => !('default' in settingOf(key)) || key in view)
}

/**
 * Returns the settings that also apply to the next file: those that do not refer to a cell, a text or a width of this
 * one.
 */
export function lastingSettings(settings: ViewSettings): ViewSettings {
  return Object.fromEntries(
    Object.entries(settings).filter(([key, value]) => {
      const { isLasting = true } = isSettingKey(key) ? settingOf(key) : {}
      return typeof isLasting === 'function' ? isLasting(value) : isLasting
    }),
  )
}

/**
 * Returns the view of a tensor. The file's settings come first, then the kept ones, then the defaults. A kept lock
 * overrides the domain of the file, because it serves to compare files by eye.
 */
export function resolveView(tensor: Tensor, file: ViewSettings, kept: ViewSettings): View {
  const lock = kept.lock === undefined || kept.lock === false ? {} : { lock: kept.lock }
  const { x: _x, cell: _cell, ...still } = { ...lastingSettings(kept), ...file, ...lock }
  const view = withDefaults({ ...still, ...shownAtOnce(still, tensor) }, tensor)
  const last = tensor.queries.length - 1
  const shown = {
    ...view,
    query: panelQuery(tensor, { ...view, query: Math.min(view.query, last) }),
    align_to: Math.min(view.align_to, last),
    axis: view.axis === 'aligned' && last < 1 ? 'position' : view.axis,
  }
  return inTurns(tensor, shown, true)
}

/** Longest key or value in a sentence, in UTF-16 units. */
const LONGEST = 40

/**
 * Returns a sentence for each problem of a view; if there are very many, the rest are counted. Each sentence begins with
 * `holder`, the thing that contains the view.
 */
export function viewNotices(
  problems: readonly ViewProblem[],
  holder = 'The file’s view',
): readonly string[] {
  return firstSentences(problems, (problem) =>
    problem.tag === 'no-object'
      ? `${holder} is not an object; it was ignored.`
      : `${holder} has ${cutText(problem.key, LONGEST)} = ${brief(problem.value)}, which this version does not support.`,
  )
}

/** Returns the beginning of a value as JSON, or the name of its type if JSON has no such value (a bigint). */
function brief(value: unknown): string {
  return cutText(beginningOfJson(value, LONGEST + 1), LONGEST)
}

/**
 * Returns the JSON of a value, which may end after `length` characters. A value may have millions of parts, or contain
 * itself, so only the parts that are needed are visited.
 */
function beginningOfJson(value: unknown, length: number): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, length))
  if (typeof value !== 'object' || value === null) return plainJson(value)
  const isList = Array.isArray(value)
  const parts = isList ? value.slice(0, length) : Object.keys(value)
  let text = isList ? '[' : '{'
  for (const part of parts) {
    if (text.length > length) return text
    if (text.length > 1) text += ','
    if (!isList) text += `${JSON.stringify(part.slice(0, length))}:`
    text += beginningOfJson(isList ? part : Reflect.get(value, part), length - text.length)
  }
  return text + (isList ? ']' : '}')
}

function plainJson(value: unknown): string {
  return typeof value === 'bigint' ? 'bigint' : (JSON.stringify(value) ?? typeof value)
}
