import { type SectionName } from './Setting'
import { isViewKey, settingKeys, settingOf, type ViewKey } from './settings'

/** A section of the settings panel. */
export interface Section {
  readonly name: SectionName
  /** Its rows from top to bottom. */
  readonly rows: readonly ViewKey[]
  /** Whether it begins closed, since it is rarely needed. */
  readonly isClosed: boolean
}

/** From top to bottom. A row that nothing is said about stands where the table has it. */
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

/** The sections of the settings panel from top to bottom. */
export const sections: readonly Section[] = plan.map(({ name, first = [], isClosed = false }) => {
  const rest = settingKeys
    .filter(isViewKey)
    .filter((key) => settingOf(key).section === name && !first.includes(key))
  return { name, rows: [...first, ...rest], isClosed }
})
