import { useId, type ReactNode } from 'react'
import { defaultView, parseView, type ViewSettings } from '../../tensor/View'
import { type OpenTensor } from '../state/appState'
import { SettingControl } from './SettingControl'
import { type SettingRow } from './SettingRow'

interface SettingFieldProps {
  readonly row: SettingRow
  readonly open: OpenTensor
  readonly onChange: (settings: ViewSettings) => void
  readonly onReset: () => void
}

/** A setting with its name, its help, and a way back where it is not the default. */
export function SettingField({ row, open, onChange, onReset }: SettingFieldProps): ReactNode {
  const { key, name, help, control } = row
  const id = useId()
  const helpId = `${id}-help`
  const value = open.view[key]
  const isDefault = JSON.stringify(value) === JSON.stringify(defaultView(open.tensor)[key])
  return (
    <div className="setting">
      <label htmlFor={id}>{name}</label>
      {isDefault ? null : (
        <button
          type="button"
          className="reset-button"
          aria-label={`Reset ${name}`}
          title="Back to the default"
          onClick={() => {
            onReset()
            document.getElementById(id)?.focus()
          }}
        >
          ↺
        </button>
      )}
      <SettingControl
        {...{ id, helpId, open, value, control }}
        onChange={(chosen) => onChange(parseView({ [key]: chosen }).settings)}
        onReset={onReset}
      />
      <p id={helpId}>{help}</p>
    </div>
  )
}
