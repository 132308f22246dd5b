import { useId, type ReactNode } from 'react'
import { settingOf, type ViewKey } from '../../tensor/settings/settings'
import { defaultView, parseView, type ViewSettings } from '../../tensor/View'
import { type OpenTensor } from '../state/AppState'
import { SettingControl } from './SettingControl'

interface SettingFieldProps {
  readonly settingKey: ViewKey
  readonly open: OpenTensor
  readonly onChange: (settings: ViewSettings) => void
  readonly onReset: () => void
}

/** Shows a setting with its name and help, and with a reset button if it is not the default. */
export function SettingField(props: SettingFieldProps): ReactNode {
  const { settingKey, open, onChange, onReset } = props
  const setting = settingOf(settingKey)
  const { name, help } = setting
  const id = useId()
  const helpId = `${id}-help`
  const value = open.view[settingKey]
  const isDefault = JSON.stringify(value) === JSON.stringify(defaultView(open.tensor)[settingKey])
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
        {...{ settingKey, id, helpId, setting, open, value, onReset }}
        onChange={(chosen) => onChange(parseView({ [settingKey]: chosen }).settings)}
      />
      <p id={helpId}>{help}</p>
    </div>
  )
}
