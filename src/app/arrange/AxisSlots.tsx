import { useEffect, useId, useRef, type ReactNode } from 'react'
import {
  type Dimension,
  withRole,
  type Arrangement,
  type Role,
} from '../../formats/foreign/FoundFile'
import { AxisChip } from './AxisChip'

interface AxisSlotsProps {
  readonly dimensions: readonly Dimension[]
  readonly arrangement: Arrangement
  readonly onChange: (arrangement: Arrangement) => void
}

const SLOTS: readonly (readonly [role: Role | 0, name: string])[] = [
  ['layer', 'Layers ↑'],
  ['token', 'Tokens →'],
  ['query', 'Query'],
  [0, 'Fixed'],
]

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
      {SLOTS.map(([role, name]) => (
        <div
          key={name}
          className="axis-slot"
          role="presentation"
          onDragOver={(event) => {
            if (event.dataTransfer.types.includes(CHIP)) event.preventDefault()
          }}
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

/** Media type of a dragged chip. It is not a file type, so that the page does not offer to open it. */
const CHIP = 'application/x-simlens-axis'
