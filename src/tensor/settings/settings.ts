import type * as v from 'valibot'
import { colorSettings } from './colorSettings'
import { labelSettings } from './labelSettings'
import { layoutSettings } from './layoutSettings'
import { paperSettings } from './paperSettings'
import { placeSettings } from './placeSettings'
import { plotSettings } from './plotSettings'
import { type Setting } from './Setting'

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

export type SettingKey = keyof typeof settings

export type SettingValue<Key extends SettingKey> = v.InferOutput<(typeof settings)[Key]['schema']>

/** The settings of a view while it is shown. The zoom and the pinned cell are kept beside it, in `ShownView`. */
export type ViewKey = Exclude<SettingKey, 'x' | 'cell'>

/** The settings that every view has. */
export type DefaultKey = {
  [Key in SettingKey]: (typeof settings)[Key] extends { readonly default: unknown } ? Key : never
}[SettingKey]

export const settingKeys: readonly SettingKey[] = Object.keys(settings).filter(isSettingKey)

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settings, key)
}

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
