import { useState, type Dispatch, type ReactNode } from 'react'
import * as v from 'valibot'
import { type FigureBasis } from '../../figure/figureBasis'
import { inOwnWords } from '../../tensor/Axes'
import { type Setting } from '../../tensor/settings/Setting'
import {
  isViewKey,
  sections,
  settingKeys,
  settingOf,
  type ViewKey,
} from '../../tensor/settings/settings'
import { type Tensor } from '../../tensor/Tensor'
import { readStored, writeStored } from '../base/readStored'
import { type OpenTensor } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { DomainEditor } from './DomainEditor'
import { isChanged, SettingRows, shownRows } from './SettingField'
import { SettingsTransfer } from './SettingsTransfer'

interface SettingsPanelProps {
  readonly open: OpenTensor
  /** Basis of the shown figure; undefined until one is shown. */
  readonly basis?: FigureBasis | undefined
  readonly dispatch: Dispatch<AppAction>
}

/** Shows every setting of the view, or those that a search finds. */
export function SettingsPanel({ open, basis, dispatch }: SettingsPanelProps): ReactNode {
  const [search, setSearch] = useState('')
  const [unfolded, unfold] = useUnfolded()
  const { tensor, view } = open
  const found = sections.flatMap(({ name, rows, ...section }) => {
    const shown = shownRows(rows, open).filter((key) => isFound(key, search, tensor))
    const hasRange = name === 'Colors' && isFound('domain', search, tensor)
    return shown.length > 0 || hasRange ? [{ ...section, name, rows: shown, hasRange }] : []
  })
  return (
    <>
      <SettingsHead {...{ open, search, dispatch }} onSearch={setSearch} />
      {found.map(({ name, rows, hasRange, isClosed }) => {
        const isOpen = search !== '' || (unfolded[name] ?? !isClosed)
        return (
          <details
            // A search unfolds sections of its own, so that those of the reader stay as they are.
            key={`${name} ${search === ''}`}
            open={isOpen}
            onToggle={({ currentTarget }) => {
              if (search === '' && currentTarget.open !== isOpen) unfold(name, currentTarget.open)
            }}
          >
            <summary>{inOwnWords(name, tensor)}</summary>
            {hasRange && basis ? (
              <DomainEditor
                {...{ basis, view }}
                onChange={(settings) => dispatch({ type: 'view-changed', settings })}
              />
            ) : null}
            <SettingRows {...{ rows, open, dispatch }} />
          </details>
        )
      })}
      {found.length === 0 ? <p className="no-settings">No setting is called this.</p> : null}
      <SettingsTransfer
        view={view}
        onPaste={(parsed) => dispatch({ type: 'settings-pasted', parsed })}
      />
    </>
  )
}

interface SettingsHeadProps extends Pick<SettingsPanelProps, 'open' | 'dispatch'> {
  readonly search: string
  readonly onSearch: (search: string) => void
}

/** Searches for a setting, and takes back all changes. */
function SettingsHead({ open, search, onSearch, dispatch }: SettingsHeadProps): ReactNode {
  const changed = settingKeys
    .filter(isViewKey)
    .filter((key) => key !== 'query' && isChanged(key, open))
  return (
    <div className="settings-head">
      <input
        type="search"
        aria-label="Find a setting"
        placeholder="Find a setting…"
        value={search}
        onChange={({ target }) => onSearch(target.value)}
      />
      <button
        type="button"
        className="button"
        disabled={changed.length === 0}
        onClick={() => {
          for (const key of changed) dispatch({ type: 'setting-reset', key })
        }}
      >
        Reset all
      </button>
    </div>
  )
}

/** Returns true if a setting's name, help, terms and choices together have every word of a search. */
function isFound(key: ViewKey, search: string, tensor: Tensor): boolean {
  const { name, help, terms, options = [] }: Setting = settingOf(key)
  const labels = options.map(([, label]) => label)
  const text = inOwnWords([name, help, ...terms, ...labels].join(' '), tensor).toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word))
}

const NAME = 'sections'

type Unfolded = Readonly<Record<string, boolean>>

/** Returns which sections the reader unfolded or folded, by name, and a function that changes it. The browser keeps it. */
function useUnfolded(): readonly [Unfolded, (name: string, isUnfolded: boolean) => void] {
  const [unfolded, setUnfolded] = useState<Unfolded>(() => {
    const parsed = v.safeParse(v.record(v.string(), v.boolean()), readStored(NAME))
    return parsed.success ? parsed.output : {}
  })
  return [
    unfolded,
    (name, isUnfolded) => {
      const next = { ...unfolded, [name]: isUnfolded }
      setUnfolded(next)
      writeStored(NAME, next)
    },
  ]
}
