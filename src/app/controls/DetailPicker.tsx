import { type ReactNode } from 'react'
import { type Detail } from '../../tensor/Bins'

interface DetailPickerProps {
  readonly value: Detail
  readonly onChange: (detail: Detail) => void
}

const DETAILS: readonly (readonly [Detail, string])[] = [
  ['extreme', 'Most extreme'],
  ['mean', 'Mean'],
  ['max', 'Greatest'],
  ['min', 'Least'],
]

/** Which value stands for the cells that share a pixel. */
export function DetailPicker({ value, onChange }: DetailPickerProps): ReactNode {
  return (
    <label className="field">
      Shared pixels show
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = DETAILS.find(([detail]) => detail === target.value)
          if (chosen !== undefined) onChange(chosen[0])
        }}
      >
        {DETAILS.map(([detail, label]) => (
          <option key={detail} value={detail}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
