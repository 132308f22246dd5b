import { memo, useState, type ReactNode } from 'react'
import { grouped } from '../../text/counted'
import { cutText } from '../../text/cutText'
import { isolated } from '../../text/isolated'
import { nounOf } from '../../text/nounOf'
import { visibleProse } from '../../text/visibleText'
import { wordsOf } from '../../tensor/Axes'
import { type Tensor } from '../../tensor/Tensor'

interface QueryPickerProps {
  readonly tensor: Tensor
  readonly queryIndex: number
  readonly onChange: (queryIndex: number) => void
  /** Shows the other one of two queries that take turns; absent if none do. */
  readonly onFlick?: (() => void) | undefined
}

/** Most queries that are all in the list. Of more, it has some around the shown one, and the number can be typed. */
const MOST_LISTED = 1000

/** Number of queries in the list if there are more. Each takes time when a file opens. */
const LISTED_AROUND = 200

/** Longest label in UTF-16 code units. */
const LONGEST = 60

/** Chooses the query from a list, or steps to the previous or next one. */
export function QueryPicker({
  tensor,
  queryIndex,
  onChange,
  onFlick,
}: QueryPickerProps): ReactNode {
  const { queries } = tensor
  const { query, hasDistance } = wordsOf(tensor)
  if (queries.length < 2) return null
  const { one } = nounOf(query.name)
  return (
    <div className="query-picker" role="group" aria-label={query.name}>
      <button
        type="button"
        aria-label={`Previous ${one}`}
        disabled={queryIndex === 0}
        onClick={() => onChange(queryIndex - 1)}
      >
        ‹
      </button>
      <select
        aria-label={query.name}
        value={queryIndex}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        <QueryOptions
          queries={queries}
          hasPositions={hasDistance}
          {...listedAround(queryIndex, queries.length)}
        />
      </select>
      {queries.length <= MOST_LISTED ? null : (
        <QueryNumber {...{ queryIndex, onChange }} noun={one} count={queries.length} />
      )}
      <button
        type="button"
        aria-label={`Next ${one}`}
        disabled={queryIndex === queries.length - 1}
        onClick={() => onChange(queryIndex + 1)}
      >
        ›
      </button>
      {onFlick && (
        <button type="button" aria-label={`Flick to the other ${one}`} title="X" onClick={onFlick}>
          ⇄
        </button>
      )}
    </div>
  )
}

interface QueryNumberProps extends Pick<QueryPickerProps, 'queryIndex' | 'onChange'> {
  /** What a query is, in a sentence. */
  readonly noun: string
  readonly count: number
}

/** Takes the number of a query, 1 to `count`. */
function QueryNumber({ queryIndex, onChange, noun, count }: QueryNumberProps): ReactNode {
  // The text while it is typed, which may be no number yet.
  const [text, setText] = useState<string>()
  return (
    <input
      type="number"
      aria-label={`Number of the ${noun}`}
      title={`Number of the ${noun}, 1 to ${grouped(count)}`}
      min={1}
      max={count}
      value={text ?? queryIndex + 1}
      onBlur={() => setText(undefined)}
      onChange={({ target: { value } }) => {
        setText(value)
        const number = Number(value)
        if (Number.isInteger(number) && number >= 1 && number <= count) onChange(number - 1)
      }}
    />
  )
}

/** The queries of the list: indices from `first` (inclusive) to `end` (exclusive). */
interface Listed {
  readonly first: number
  readonly end: number
}

/** Returns the queries that are listed. They change only now and then while the reader steps through the queries. */
export function listedAround(queryIndex: number, count: number): Listed {
  if (count <= MOST_LISTED) return { first: 0, end: count }
  const half = LISTED_AROUND / 2
  const first = Math.max(0, half * Math.floor(queryIndex / half - 0.5))
  return { first, end: Math.min(count, first + LISTED_AROUND) }
}

interface QueryOptionsProps extends Pick<Tensor, 'queries'>, Listed {
  /** Whether each query has a position after the tokens. */
  readonly hasPositions: boolean
}

/** Options of the list. There may be hundreds, and every step of a zoom renders the toolbar, so they are memoized. */
const QueryOptions = memo(function QueryOptions(props: QueryOptionsProps): ReactNode {
  const { queries, hasPositions, first, end } = props
  return queries.slice(first, end).map(({ label, position }, k) => (
    // Only the index identifies a query.
    <option key={first + k} value={first + k}>
      {`${isolated(visibleProse(cutText(label, LONGEST)))}${hasPositions ? ` @${position}` : ''}`}
    </option>
  ))
})
