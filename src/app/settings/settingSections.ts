import { cellRows } from './cellRows'
import { colorRows } from './colorRows'
import { layoutRows } from './layoutRows'
import { paperRows } from './paperRows'
import { profileRows } from './profileRows'
import { type SettingRow } from './SettingRow'
import { tokenRows } from './tokenRows'

export interface SettingSection {
  readonly name: string
  readonly rows: readonly SettingRow[]
  /** Sections that are rarely needed begin closed; default false. */
  readonly isClosed?: boolean
}

/** The panel's sections from top to bottom; one without rows to show is left out. */
export const settingSections: readonly SettingSection[] = [
  { name: 'Colors', rows: colorRows },
  { name: 'Tokens', rows: tokenRows },
  { name: 'Cells', rows: cellRows },
  { name: 'Layout', rows: [...layoutRows, ...profileRows] },
  { name: 'Paper', rows: paperRows, isClosed: true },
]
