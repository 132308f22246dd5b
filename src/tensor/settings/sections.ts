import { type SectionName } from './Setting'
import { isViewKey, settingKeys, settingOf, type ViewKey } from './settings'

export interface Section {
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
  { name: 'Layout', first: ['axis', 'order', 'layer_order'] },
  { name: 'Paper', isClosed: true },
]

/** The sections of the settings panel, from top to bottom. */
export const sections: readonly Section[] = plan.map(({ name, first = [], isClosed = false }) => {
  const rest = settingKeys
    .filter(isViewKey)
    .filter((key) => settingOf(key).section === name && !first.includes(key))
  return { name, rows: [...first, ...rest], isClosed }
})
