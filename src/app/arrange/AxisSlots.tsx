import { useEffect, useId, useRef, type DragEvent, type ReactNode } from 'react'
import {
  dimensionNoun,
  withRole,
  type Arrangement,
  type Dimension,
  type Role,
} from '../../formats/foreign/FoundFile'
import { beginningOf } from '../../text/cutText'
import { visibleProse } from '../../text/visibleText'

interface AxisSlotsProps {
  readonly dimensions: readonly Dimension[]
  readonly arrangement: Arrangement
  readonly onChange: (arrangement: Arrangement) => void
}

/** The uses of a dimension: a role, or 0 if it is fixed at an index. */
const USES: readonly (readonly [use: Role | 0, slot: string, option: string])[] = [
  ['layer', 'Layers ↑', 'Layers'],
  ['token', 'Tokens →', 'Tokens'],
  ['query', 'Query', 'Query'],
  [0, 'Fixed', 'Fixed'],
]

/** Media type of a dragged chip. It is not a file type, so that the page does not offer to open it. */
const CHIP = 'application/x-simlens-axis'

/**
 * Shows a slot for each role with the chip of its dimension, and one slot for the dimensions that are fixed at an
 * index.
 */
export function AxisSlots({ dimensions, arrangement, onChange }: AxisSlotsProps): ReactNode {
  const id = useId()
  const moved = useRef<number>(undefined)
  // In another slot the chip is a new element, so a chip that was moved by key gets its focus back here.
  useEffect(() => {
    if (moved.current !== undefined) document.getElementById(`${id}-${moved.current}`)?.focus()
    moved.current = undefined
  })
  return (
    <div className="axis-slots">
      {USES.map(([role, name]) => (
        <div
          key={name}
          className="axis-slot"
          role="presentation"
          // A drop is lost if the chip has just come over a part of the slot and its `dragenter` was refused.
          onDragEnter={acceptChip}
          onDragOver={acceptChip}
          onDrop={(event) => {
            const chip = event.dataTransfer.getData(CHIP)
            if (chip === '') return
            event.preventDefault()
            onChange(withRole(arrangement, Number(chip), role))
          }}
        >
          <span className="axis-name">{name}</span>
          {dimensions.map((dimension, index) => {
            const use = arrangement[index] ?? 0
            if (role !== (typeof use === 'string' ? use : 0)) return null
            return (
              <AxisChip
                key={index}
                id={`${id}-${index}`}
                {...{ dimension, index, use }}
                onDragStart={(transfer) => transfer.setData(CHIP, String(index))}
                onChange={(next) => {
                  moved.current = index
                  onChange(withRole(arrangement, index, next))
                }}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

function acceptChip(event: DragEvent): void {
  if (event.dataTransfer.types.includes(CHIP)) event.preventDefault()
}

interface AxisChipProps {
  /** Id of the chip's select element. */
  readonly id: string
  readonly dimension: Dimension
  readonly index: number
  /** Role of the dimension, or the 0-based index at which it is fixed. */
  readonly use: Role | number
  /** Stores the dragged chip's data in the transfer. */
  readonly onDragStart: (transfer: DataTransfer) => void
  readonly onChange: (use: Role | number) => void
}

/** Most labels of a dimension that its chip shows. */
const SHOWN_LABELS = 4

/** Most UTF-16 code units of a label that a chip shows. */
const LONGEST_LABEL = 20

/** Shows a dimension with its name, length and first labels. Its role is chosen by dragging the chip or from a list. */
function AxisChip(props: AxisChipProps): ReactNode {
  const { id, dimension, index, use, onDragStart, onChange } = props
  const { size, labels = [] } = dimension
  const name = visibleProse(dimensionNoun(dimension, index))
  const first = labels
    .slice(0, SHOWN_LABELS)
    .map((label) => visibleProse(beginningOf(label, LONGEST_LABEL)))
  return (
    <div className="axis-chip" draggable onDragStart={(event) => onDragStart(event.dataTransfer)}>
      <b>{name}</b> <span className="axis-size">{size}</span>
      <select
        id={id}
        aria-label={`Use of ${name}`}
        value={typeof use === 'string' ? use : 0}
        onChange={({ target }) => onChange(USES[target.selectedIndex]?.[0] ?? 0)}
      >
        {USES.map(([value, , text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {first.length === 0 ? null : (
        <span className="axis-labels">{`${first.join(' · ')}${size > first.length ? ' …' : ''}`}</span>
      )}
      {typeof use === 'string' || size < 2 ? null : (
        <label className="axis-slider">
          <input
            type="range"
            aria-label={`Index of ${name}`}
            min={0}
            max={size - 1}
            value={use}
            onChange={({ target }) => onChange(Number(target.value))}
          />
          {labels[use] === undefined ? use : visibleProse(labels[use])}
        </label>
      )}
    </div>
  )
}
