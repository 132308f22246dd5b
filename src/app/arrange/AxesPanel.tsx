import { useState, type ReactNode } from 'react'
import { firstChoice } from '../../formats/foreign/arrangementOf'
import {
  withRole,
  type Arrangement,
  type Choice,
  type FoundOrigin,
} from '../../formats/foreign/FoundFile'
import { counted } from '../../text/counted'
import { ArrayPicker } from './ArrayPicker'
import { AxisSlots } from './AxisSlots'

interface AxesPanelProps {
  readonly found: FoundOrigin
  readonly onChange: (choice: Choice) => void
  readonly onClose: () => void
}

/** Assigns the dimensions of a foreign file to roles. Every choice is drawn at once, so the figure is its preview. */
export function AxesPanel({ found, onChange, onClose }: AxesPanelProps): ReactNode {
  const { file, isCertain, zeroCount, halfCount } = found
  // The controls show a choice at once; the figure follows a moment later.
  const [choice, setChoice] = useState(found.choice)
  const choose = (next: Choice): void => {
    setChoice(next)
    onChange(next)
  }
  const { arrangement, isHalfMissing, isZeroPadding } = choice
  const arrange = (next: Arrangement): void => choose({ ...choice, arrangement: next })
  const layerIndex = arrangement.indexOf('layer')
  return (
    <section className="axes" aria-label="Axes">
      <div className="axes-head">
        <p>
          {isCertain
            ? 'Drag each axis to its use, or choose the use from its list.'
            : 'The file does not say which axis is which. Is this guess right?'}
        </p>
        {layerIndex < 0 || !arrangement.includes('token') ? null : (
          <button
            type="button"
            className="button"
            onClick={() => arrange(withRole(arrangement, layerIndex, 'token'))}
          >
            Transpose
          </button>
        )}
        <button type="button" className="button is-primary" onClick={onClose}>
          Done
        </button>
      </div>
      {file.arrays.length > 1 ? (
        <ArrayPicker
          arrays={file.arrays}
          arrayIndex={choice.arrayIndex}
          onChange={(arrayIndex) => choose(firstChoice(file, arrayIndex).choice)}
        />
      ) : null}
      <AxisSlots
        dimensions={file.arrays[choice.arrayIndex]?.dimensions ?? []}
        arrangement={arrangement}
        onChange={arrange}
      />
      <div className="axes-checks">
        {halfCount === 0 ? null : (
          <Check
            isOn={isHalfMissing}
            onChange={(is) => choose({ ...choice, isHalfMissing: is })}
          >{`Read −65504 as missing (${counted(halfCount, 'cell')})`}</Check>
        )}
        {zeroCount === 0 ? null : (
          <Check
            isOn={isZeroPadding}
            onChange={(is) => choose({ ...choice, isZeroPadding: is })}
          >{`Read zeros at row ends and [PAD] as padding (${counted(zeroCount, 'cell')})`}</Check>
        )}
      </div>
    </section>
  )
}

interface CheckProps {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: string
}

function Check({ isOn, onChange, children }: CheckProps): ReactNode {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {children}
    </label>
  )
}
