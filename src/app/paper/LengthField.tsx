import { type ReactNode } from 'react'
import { SettingControl } from '../settings/SettingControl'
import { type ControlProps } from '../settings/SettingRow'

const MM_PER_INCH = 25.4

/** A length in the unit that the view shows; the view holds millimetres. */
export function LengthField({ value, onChange, ...props }: ControlProps): ReactNode {
  const { unit } = props.open.view
  const factor = unit === 'in' ? MM_PER_INCH : 1
  return (
    <SettingControl
      {...props}
      control={{ kind: 'number', placeholder: `usual, in ${unit}` }}
      value={typeof value === 'number' ? Number((value / factor).toPrecision(6)) : value}
      onChange={(length) => onChange(typeof length === 'number' ? length * factor : length)}
    />
  )
}
