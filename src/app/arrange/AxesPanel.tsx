import { useState, type ReactNode } from 'react'
import {
  withRole,
  type Arrangement,
  type Choice,
  type FoundOrigin,
  type NearTokens,
} from '../../formats/foreign/FoundFile'
import { maskText } from '../../formats/foreign/maskOf'
import { firstChoice } from '../../formats/foreign/tensorOfChoice'
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
  const { file, isCertain, doubt } = found
  // The controls show a choice at once; the figure follows a moment later.
  const [choice, setChoice] = useState(found.choice)
  const choose = (next: Choice): void => {
    setChoice(next)
    onChange(next)
  }
  const { arrangement } = choice
  const arrange = (next: Arrangement): void => choose({ ...choice, arrangement: next })
  const layerIndex = arrangement.indexOf('layer')
  return (
    <div className="axes" data-testid="axes">
      <div className="axes-head">
        <p data-testid="notice">
          {isCertain
            ? 'Drag each axis to its use, or choose the use from its list.'
            : `${doubt ?? 'The file does not say which axis is which.'} Is this guess right?`}
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
      <Checks found={found} choice={choice} onChange={choose} />
    </div>
  )
}

interface ChecksProps {
  readonly found: FoundOrigin
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
}

/** Offers other readings of some cells and of the tokens, each with its count. */
function Checks({ found, choice, onChange }: ChecksProps): ReactNode {
  const { zeroCount, mask, nearTokens } = found
  const { isMaskMissing, isZeroPadding, isShifted } = choice
  return (
    <div className="axes-checks">
      {mask === undefined ? null : (
        <Check
          isOn={isMaskMissing}
          onChange={(is) => onChange({ ...choice, isMaskMissing: is })}
        >{`Read ${maskText(mask.value)} as missing (${counted(mask.count, 'cell')})`}</Check>
      )}
      {nearTokens === undefined ? null : (
        <Check isOn={isShifted} onChange={(is) => onChange({ ...choice, isShifted: is })}>
          {shiftText(nearTokens)}
        </Check>
      )}
      {zeroCount === 0 ? null : (
        <Check
          isOn={isZeroPadding}
          onChange={(is) => onChange({ ...choice, isZeroPadding: is })}
        >{`Read zeros at row ends and [PAD] as padding (${counted(zeroCount, 'cell')})`}</Check>
      )}
    </div>
  )
}

function shiftText({ listLength, size }: NearTokens): string {
  const shift = listLength > size ? 'leave out the first' : 'begin with the second column'
  return `${counted(listLength, 'token')} for ${counted(size, 'column')}: ${shift}`
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
