import { type ReactNode } from 'react'
import { type Detail } from '../../tensor/Bins'
import { settings } from '../../tensor/settings/settings'

interface DetailPickerProps {
  readonly value: Detail
  readonly onChange: (detail: Detail) => void
}

/** Chooses the value that stands for the cells that share a pixel. */
export function DetailPicker({ value, onChange }: DetailPickerProps): ReactNode {
  const { name, options } = settings.detail
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
