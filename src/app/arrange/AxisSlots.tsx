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

/** A place for each role, with the chip of its dimension, and one for those that are fixed. */
export function AxisSlots({ dimensions, arrangement, onChange }: AxisSlotsProps): ReactNode {
  const id = useId()
  const moved = useRef<number>(undefined)
  // A chip in another slot is another element: it takes the focus of the one that was moved by key.
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

/** What a dragged chip carries; no file, so that the page does not offer to open it. */
const CHIP = 'application/x-simlens-axis'
