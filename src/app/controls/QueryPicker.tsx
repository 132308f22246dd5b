import { memo, type ReactNode } from 'react'
import { cutText } from '../../text/cutText'
import { visibleProse } from '../../text/visibleText'
import { type Tensor } from '../../tensor/Tensor'

interface QueryPickerProps {
  readonly tensor: Tensor
  readonly queryIndex: number
  readonly onChange: (queryIndex: number) => void
}

/** Longest label in UTF-16 code units. */
const LONGEST = 60

/** Chooses the meta token from a list, or steps to the previous or next one. */
export function QueryPicker({ tensor, queryIndex, onChange }: QueryPickerProps): ReactNode {
  const { queries } = tensor
  if (queries.length < 2) return null
  return (
    <div className="query-picker" role="group" aria-label="Meta token">
      <button
        type="button"
        aria-label="Previous meta token"
        disabled={queryIndex === 0}
        onClick={() => onChange(queryIndex - 1)}
      >
        ‹
      </button>
      <select
        aria-label="Meta token"
        value={queryIndex}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        <QueryOptions queries={queries} />
      </select>
      <button
        type="button"
        aria-label="Next meta token"
        disabled={queryIndex === queries.length - 1}
        onClick={() => onChange(queryIndex + 1)}
      >
        ›
      </button>
    </div>
  )
}

/** Options of the list. There may be hundreds, and every step of a zoom renders the toolbar, so they are memoized. */
const QueryOptions = memo(function QueryOptions({ queries }: Pick<Tensor, 'queries'>): ReactNode {
  return queries.map(({ label, position }, index) => (
    // Only the index identifies a query.
    <option key={index} value={index}>
      {`${visibleProse(cutText(label, LONGEST))} @${position}`}
    </option>
  ))
})
