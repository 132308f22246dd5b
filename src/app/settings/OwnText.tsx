import { type ReactNode } from 'react'
import { type ControlProps } from './ControlProps'
import { FieldControl } from './FieldControl'

/** Chooses a text of the figure: the reader's own, the generated one, or none. */
export function OwnText(props: ControlProps): ReactNode {
  const { id, value, onChange, onReset } = props
  const isHidden = value === false
  return (
    <span className="own-text">
      {isHidden ? (
        <input type="text" id={id} disabled placeholder="left out" />
      ) : (
        <FieldControl {...props} isNumber={false} />
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={isHidden}
          onChange={({ target }) => (target.checked ? onChange(false) : onReset())}
        />
        Hide
      </label>
    </span>
  )
}
