import { type ReactNode } from 'react'
import { type ControlProps } from './ControlProps'
import { FieldControl } from './FieldControl'

const MM_PER_INCH = 25.4

/** Edits a length in the unit of the view. The view stores it in millimetres. */
export function LengthField({ value, onChange, ...props }: ControlProps): ReactNode {
  const { setting, open } = props
  const { unit } = open.view
  const absent = 'absent' in setting ? `${setting.absent}, ` : ''
  const factor = unit === 'in' ? MM_PER_INCH : 1
  return (
    <FieldControl
      {...props}
      isNumber
      placeholder={`${absent}in ${unit}`}
      value={typeof value === 'number' ? Number((value / factor).toPrecision(6)) : value}
      onChange={(length) => onChange(typeof length === 'number' ? length * factor : length)}
    />
  )
}
