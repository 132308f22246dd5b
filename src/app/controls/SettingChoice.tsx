import { type ReactNode } from 'react'
import { type Detail } from '../../tensor/BinSource'
import { inOwnWords } from '../../tensor/Axes'
import { type Option } from '../../tensor/settings/Setting'
import { settings } from '../../tensor/settings/settings'
import { type Tensor } from '../../tensor/Tensor'
import { cutText } from '../../text/cutText'
import { Segmented } from './Segmented'

interface SettingChoiceProps<Value extends string> {
  /** The tensor whose axes the words name. */
  readonly tensor: Tensor
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
  const { tensor, setting, value, onChange } = props
  const { name, options, toolbar } = setting
  return (
    <Segmented
      legend={shortWords(toolbar?.name ?? name, tensor)}
      value={value}
      options={(toolbar?.options ?? options).map(([each, label]) => [
        each,
        shortWords(label, tensor),
      ])}
      onChange={onChange}
    />
  )
}

/** Longest words in the toolbar, in UTF-16 units: names of axes may be longer. */
const LONGEST = 24

function shortWords(text: string, tensor: Tensor): string {
  return cutText(inOwnWords(text, tensor), LONGEST)
}

interface DetailPickerProps {
  readonly value: Detail
  readonly onChange: (detail: Detail) => void
}

/** Chooses the value that stands for the cells that share a pixel. */
export function DetailPicker({ value, onChange }: DetailPickerProps): ReactNode {
  const { options, name } = settings.detail
  return (
    <label className="field">
      {name}
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(([detail]) => detail === target.value)
          if (chosen !== undefined) onChange(chosen[0])
        }}
      >
        {options.map(([detail, label]) => (
          <option key={detail} value={detail}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
