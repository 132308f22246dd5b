import { type SettingRow } from './SettingRow'

/** How the tokens are read. */
export const tokenRows: readonly SettingRow[] = []
