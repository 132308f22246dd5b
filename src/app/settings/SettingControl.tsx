import { type ReactNode } from 'react'
import { type Option } from '../../tensor/settings/Setting'
import { type ViewKey } from '../../tensor/settings/settings'
import { type ControlProps } from './ControlProps'
import { FieldControl } from './FieldControl'
import { pageSettings } from './pageSettings'

interface SettingControlProps extends ControlProps {
  readonly settingKey: ViewKey
}

/** Shows the control of a setting: its own control, or the native one for its options or its schema. */
export function SettingControl({ settingKey, ...props }: SettingControlProps): ReactNode {
  const { setting, open } = props
  const { Control, options } = pageSettings[settingKey] ?? {}
  if (Control !== undefined) return <Control {...props} />
  const choices = options?.(open) ?? setting.options
  if (choices !== undefined) return <ChoiceControl {...props} options={choices} />
  if (setting.schema.type === 'boolean') return <CheckControl {...props} />
  return <FieldControl {...props} isNumber={setting.schema.type === 'number'} />
}

function CheckControl({ id, helpId, value, onChange }: ControlProps): ReactNode {
  return (
    <input
      type="checkbox"
      id={id}
      aria-describedby={helpId}
      checked={value === true}
      onChange={({ target }) => onChange(target.checked)}
    />
  )
}

interface ChoiceControlProps extends ControlProps {
  readonly options: readonly Option[]
}

function ChoiceControl({ id, helpId, value, options, onChange }: ChoiceControlProps): ReactNode {
  return (
    <select
      id={id}
      aria-describedby={helpId}
      value={String(value)}
      onChange={({ target }) => onChange(options[target.selectedIndex]?.[0])}
    >
      {options.map(([option, label]) => (
        <option key={String(option)} value={String(option)}>
          {label}
        </option>
      ))}
    </select>
  )
}
