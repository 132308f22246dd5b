import type * as v from 'valibot'
import { colorSettings } from './colorSettings'
import { labelSettings } from './labelSettings'
import { layoutSettings, placeSettings } from './layoutSettings'
import { paperSettings } from './paperSettings'
import { plotSettings } from './plotSettings'
import { type Setting, type SectionName } from './Setting'

/**
 * Every setting of a view. The file's `view`, the page's address, the settings that the page keeps for the next file,
 * the panel, the toolbar, the published schema, the flags of the shell and `settings.md` are all made from it: to add a
 * setting, add an entry. A view, an address and the reference list the settings in this order.
 */
export const settings = {
  ...placeSettings,
  ...layoutSettings,
  ...colorSettings,
  ...labelSettings,
  ...plotSettings,
  ...paperSettings,
} satisfies Readonly<Record<string, Setting>>

/** Key of a setting. */
export type SettingKey = keyof typeof settings

/** Type of a setting's value. */
export type SettingValue<Key extends SettingKey> = v.InferOutput<(typeof settings)[Key]['schema']>

/** The settings of a view while it is shown. The zoom and the pinned cell are kept beside it, in `ShownView`. */
export type ViewKey = Exclude<SettingKey, 'x' | 'cell'>

/** The settings that every view has. */
export type DefaultKey = {
  [Key in SettingKey]: (typeof settings)[Key] extends { readonly default: unknown } ? Key : never
}[SettingKey]

/** The keys of all settings, in the order of the table. */
export const settingKeys: readonly SettingKey[] = Object.keys(settings).filter(isSettingKey)

/** Returns true for the key of a setting. */
export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settings, key)
}

/** Returns true for a setting that a shown view contains. */
export function isViewKey(key: SettingKey): key is ViewKey {
  return key !== 'x' && key !== 'cell'
}

/** Returns the entry of a key with the type that all entries share. */
export function settingOf(key: SettingKey): Setting {
  return settings[key]
}

/** Returns the flag of the shell for a setting: `--paper-width`. */
export function flagOf(key: SettingKey): string {
  return `--${key.replaceAll('_', '-')}`
}

/** A section of the settings panel. */
interface Section {
  readonly name: SectionName
  /** Keys of its rows, from top to bottom. */
  readonly rows: readonly ViewKey[]
  /** Whether the section is closed at first, because it is rarely needed. */
  readonly isClosed: boolean
}

/** The sections from top to bottom. Rows that are not listed keep the order of the table. */
const plan: readonly {
  readonly name: SectionName
  readonly first?: readonly ViewKey[]
  readonly isClosed?: boolean
}[] = [
  { name: 'Colors', first: ['scope'] },
  { name: 'Tokens' },
  { name: 'Cells' },
  { name: 'Layout', first: ['axis', 'align_to', 'order', 'layer_order'] },
  { name: 'Paper', isClosed: true },
]

/** The sections of the settings panel, from top to bottom. */
export const sections: readonly Section[] = plan.map(({ name, first = [], isClosed = false }) => {
  const rest = settingKeys
    .filter(isViewKey)
    .filter((key) => settingOf(key).section === name && !first.includes(key))
  return { name, rows: [...first, ...rest], isClosed }
})
