import { useId, type Dispatch, type ReactNode } from 'react'
import { inOwnWords } from '../../tensor/Axes'
import { type Option, type Setting } from '../../tensor/settings/Setting'
import { settingOf, type ViewKey } from '../../tensor/settings/settings'
import { defaultView, parseView, type ViewSettings } from '../../tensor/View'
import { type OpenTensor } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { FieldControl, type ControlProps } from './FieldControl'
import { pageSettings } from './pageSettings'

interface SettingRowsProps {
  readonly rows: readonly ViewKey[]
  readonly open: OpenTensor
  readonly dispatch: Dispatch<AppAction>
}

/** Shows those of some settings that have an effect. */
export function SettingRows({ rows, open, dispatch }: SettingRowsProps): ReactNode {
  return shownRows(rows, open).map((key) => (
    <SettingField
      key={key}
      settingKey={key}
      open={open}
      onChange={(settings) => dispatch({ type: 'view-changed', settings })}
      onReset={() => dispatch({ type: 'setting-reset', key })}
    />
  ))
}

/** Returns the settings that have an effect on a tensor in its view. */
export function shownRows(rows: readonly ViewKey[], open: OpenTensor): readonly ViewKey[] {
  return rows.filter((key) => pageSettings[key]?.isShown?.(open) ?? true)
}

/** Returns true if a setting of an open tensor is not the default. */
export function isChanged(key: ViewKey, { view, tensor }: OpenTensor): boolean {
  const { panels, rows } = view
  const defaults = defaultView(tensor, {
    ...(key !== 'panels' && { panels }),
    ...(key !== 'rows' && { rows }),
  })
  return JSON.stringify(view[key]) !== JSON.stringify(defaults[key])
}

interface SettingFieldProps {
  readonly settingKey: ViewKey
  readonly open: OpenTensor
  readonly onChange: (settings: ViewSettings) => void
  readonly onReset: () => void
}

/** Shows a setting with its name and help, and with a reset button if it is not the default. */
export function SettingField(props: SettingFieldProps): ReactNode {
  const { settingKey, open, onChange, onReset } = props
  const given: Setting = settingOf(settingKey)
  const own = (text: string): string => inOwnWords(text, open.tensor)
  const setting = { ...given, name: own(given.name), help: own(given.help) }
  const { name, help } = setting
  const id = useId()
  const helpId = `${id}-help`
  const value = open.view[settingKey]
  const isOwn = isChanged(settingKey, open)
  const isPlain = pageSettings[settingKey]?.hasPlainName
  return (
    <div className={isOwn ? 'setting is-changed' : 'setting'}>
      <label htmlFor={id}>{name}</label>
      {isOwn ? (
        <button
          type="button"
          className="reset-button"
          aria-label={`Reset ${name}`}
          title="Reset to the default"
          onClick={() => {
            onReset()
            document.getElementById(id)?.focus()
          }}
        >
          ↺
        </button>
      ) : null}
      <SettingControl
        {...{ settingKey, id, helpId, setting, open, value, onReset }}
        onChange={(chosen) => onChange(parseView({ [settingKey]: chosen }).settings)}
      />
      <p id={helpId} className={isPlain ? 'visually-hidden' : undefined}>
        {help}
      </p>
    </div>
  )
}

interface SettingControlProps extends ControlProps {
  readonly settingKey: ViewKey
}

/** Shows the control of a setting: its own control, or the native one for its options or its schema. */
function SettingControl({ settingKey, ...props }: SettingControlProps): ReactNode {
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

function ChoiceControl({
  id,
  helpId,
  open,
  value,
  options,
  onChange,
}: ChoiceControlProps): ReactNode {
  return (
    <select
      id={id}
      aria-describedby={helpId}
      value={String(value)}
      onChange={({ target }) => onChange(options[target.selectedIndex]?.[0])}
    >
      {options.map(([option, label]) => (
        <option key={String(option)} value={String(option)}>
          {inOwnWords(label, open.tensor)}
        </option>
      ))}
    </select>
  )
}
