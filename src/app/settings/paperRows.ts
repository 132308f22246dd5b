import { type SettingRow } from './SettingRow'

/** What a figure for a paper needs. */
export const paperRows: readonly SettingRow[] = []
