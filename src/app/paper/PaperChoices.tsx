import { type Dispatch, type ReactNode } from 'react'
import { paperKinds } from '../../layout/paper'
import { settings, type ViewKey } from '../../tensor/settings/settings'
import { type View, type ViewSettings } from '../../tensor/View'
import { pageSettings } from '../settings/pageSettings'
import { SettingField } from '../settings/SettingField'
import { type AppAction } from '../state/appReducer'
import { type OpenTensor } from '../state/AppState'

/** The settings of the size on paper, in the order in which they are chosen. */
const SIZE_KEYS: readonly ViewKey[] = ['paper_width', 'paper_height', 'font_size', 'dpi']

interface PaperChoicesProps {
  readonly open: OpenTensor
  readonly dispatch: Dispatch<AppAction>
}

/** Chooses the paper for which the figure is made, and its size on it. The figure on the page follows at once. */
export function PaperChoices({ open, dispatch }: PaperChoicesProps): ReactNode {
  const onChange = (changed: ViewSettings): void =>
    dispatch({ type: 'view-changed', settings: changed })
  const { source } = paperKinds[open.view.paper]
  return (
    <div className="paper-choices">
      <PaperPicker paper={open.view.paper} onChange={onChange} />
      {source === undefined ? null : <p className="export-note">Width from {source}.</p>}
      <details>
        <summary>Own size</summary>
        {SIZE_KEYS.filter((key) => pageSettings[key]?.isShown?.(open) ?? true).map((key) => (
          <SettingField
            key={key}
            settingKey={key}
            {...{ open, onChange }}
            onReset={() => dispatch({ type: 'setting-reset', key })}
          />
        ))}
      </details>
    </div>
  )
}

interface PaperPickerProps {
  readonly paper: View['paper']
  readonly onChange: (changed: ViewSettings) => void
}

/** Chooses the paper for which the figure is made. */
export function PaperPicker({ paper, onChange }: PaperPickerProps): ReactNode {
  const { name, options } = settings.paper
  const { source } = paperKinds[paper]
  return (
    <label className="field" title={source}>
      {name}
      <select
        value={paper}
        onChange={({ target }) => {
          const chosen = options.find(([each]) => each === target.value)
          if (chosen !== undefined) onChange({ paper: chosen[0] })
        }}
      >
        {options.map(([each, label]) => (
          <option key={each} value={each}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
