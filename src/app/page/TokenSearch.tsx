import { useEffect, useRef, useState, type ReactNode } from 'react'
import { inOwnWords, wordsOf } from '../../tensor/Axes'
import { type LabelMode } from '../../tensor/Matrix'
import { type Tensor } from '../../tensor/Tensor'
import { tokenHits, type SearchInput } from '../derive/tokenHits'
import { useDerived } from '../derive/useDerived'

interface TokenSearchProps {
  readonly tensor: Tensor
  readonly queryIndex: number
  /** How token texts are shown; default `visible`. */
  readonly labels?: LabelMode | undefined
  readonly onGo: (tokenIndex: number) => void
  /** Returns what shows the range of cells that a text names; undefined if it names none. */
  readonly rangeOf?: (text: string) => (() => void) | undefined
}

const NONE: readonly number[] = []

/** Longest noun for which the field has room, in UTF-16 units. */
const LONGEST = 8

const STEPS = [
  ['Previous hit', '‹', -1],
  ['Next hit', '›', 1],
] as const

/** Finds tokens by text or index, shows the number of hits, and steps through them. */
export function TokenSearch(props: TokenSearchProps): ReactNode {
  const { tensor, queryIndex, labels, onGo, rangeOf } = props
  const [current, setCurrent] = useState(0)
  const { search, hits, seek } = useHits({ tensor, queryIndex, labels }, onGo)
  const { one } = wordsOf(tensor).column
  const showRange = hits.length === 0 ? rangeOf?.(search) : undefined
  // Another query or tensor may have fewer hits.
  const shown = Math.min(current, hits.length - 1)
  const go = (index: number): void => {
    if (hits.length === 0) return
    const next = (index + hits.length) % hits.length
    setCurrent(next)
    const token = hits[next]
    if (token !== undefined) onGo(token)
  }
  return (
    <form
      className="token-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        showRange?.()
        go(shown + 1)
      }}
    >
      <input
        type="search"
        aria-label={`Go to ${one}`}
        title={inOwnWords('A token’s text or index, or layers 70–80, tokens 5,000–6,000', tensor)}
        placeholder={one.length > LONGEST ? 'Go to…' : `Go to ${one}…`}
        value={search}
        onChange={({ target }) => {
          seek(target.value)
          setCurrent(0)
        }}
      />
      {search === '' ? null : (
        <div className="token-hits">
          <output aria-label="Hits">
            {showRange
              ? 'Enter shows it'
              : hits.length === 0
                ? 'no hits'
                : `${shown + 1} of ${hits.length}`}
          </output>
          {STEPS.map(([name, mark, step]) => (
            <button
              key={name}
              type="button"
              aria-label={name}
              disabled={hits.length < 2}
              onClick={() => go(shown + step)}
            >
              {mark}
            </button>
          ))}
        </div>
      )}
    </form>
  )
}

interface Hits {
  /** The searched text. */
  readonly search: string
  readonly hits: readonly number[]
  readonly seek: (search: string) => void
}

/** Searches for a text and goes to the first hit. Among very many tokens, the hits arrive later. */
function useHits(where: Omit<SearchInput, 'search'>, onGo: TokenSearchProps['onGo']): Hits {
  const [search, setSearch] = useState('')
  const made = useDerived(tokenHits, { ...where, search })
  const isNew = useRef(false)
  // The first hit is shown once per text, and not again when the tensor changes.
  useEffect(() => {
    if (!isNew.current || made?.input.search !== search) return
    isNew.current = false
    const [first] = made.value
    if (first !== undefined) onGo(first)
  }, [made, search, onGo])
  return {
    search,
    hits: made?.value ?? NONE,
    seek: (text) => {
      isNew.current = true
      setSearch(text)
    },
  }
}
