import { type ReactNode } from 'react'
import { type Option } from '../../tensor/settings/Setting'
import { Segmented } from './Segmented'

interface SettingChoiceProps<Value extends string> {
  readonly setting: {
    readonly name: string
    readonly options: readonly Option<Value>[]
    readonly toolbar?: { readonly name: string; readonly options?: readonly Option<Value>[] }
  }
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** Offers the options of a setting with the short labels of the toolbar. */
export function SettingChoice<Value extends string>(props: SettingChoiceProps<Value>): ReactNode {
  const { setting, value, onChange } = props
  const { name, options, toolbar } = setting
  return (
    <Segmented
      legend={toolbar?.name ?? name}
      value={value}
      options={toolbar?.options ?? options}
      onChange={onChange}
    />
  )
}
