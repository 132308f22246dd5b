import { type ReactNode } from 'react'
import { type Dimension, type Role, dimensionNoun } from '../../formats/foreign/FoundFile'
import { visibleProse } from '../../text/visibleText'

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

const USES: readonly (readonly [Role | 0, string])[] = [
  ['layer', 'Layers'],
  ['token', 'Tokens'],
  ['query', 'Query'],
  [0, 'Fixed'],
]

/** Most labels of a dimension that its chip shows. */
const SHOWN_LABELS = 4

/** Shows a dimension with its name, length and first labels. Its role is chosen by dragging the chip or from a list. */
export function AxisChip(props: AxisChipProps): ReactNode {
  const { id, dimension, index, use, onDragStart, onChange } = props
  const { size, labels = [] } = dimension
  const name = visibleProse(dimensionNoun(dimension, index))
  const first = labels.slice(0, SHOWN_LABELS).map((label) => visibleProse(label.slice(0, 20)))
  return (
    <div className="axis-chip" draggable onDragStart={(event) => onDragStart(event.dataTransfer)}>
      <b>{name}</b> <span className="axis-size">{size}</span>
      <select
        id={id}
        aria-label={`Use of ${name}`}
        value={typeof use === 'string' ? use : 0}
        onChange={({ target }) => onChange(USES[target.selectedIndex]?.[0] ?? 0)}
      >
        {USES.map(([value, text]) => (
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
