import { useMemo, useState, type ReactNode } from 'react'
import { searchTokens } from '../figure/searchTokens'
import { type LabelMode } from '../../tensor/Matrix'
import { type Tensor } from '../../tensor/Tensor'

interface TokenSearchProps {
  readonly tensor: Tensor
  readonly queryIndex: number
  /** How the texts are read; default `visible`. */
  readonly labels?: LabelMode | undefined
  readonly onGo: (tokenIndex: number) => void
}

const STEPS = [
  ['Previous hit', '‹', -1],
  ['Next hit', '›', 1],
] as const

/** Finds tokens by text or index, says how many there are, and steps through them. */
export function TokenSearch({ tensor, queryIndex, labels, onGo }: TokenSearchProps): ReactNode {
  const [search, setSearch] = useState('')
  const [current, setCurrent] = useState(0)
  const hits = useMemo(
    () => searchTokens(tensor, queryIndex, search, labels),
    [tensor, queryIndex, search, labels],
  )
  // Of another query or tensor there may be fewer hits than before.
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
        go(shown + 1)
      }}
    >
      <input
        type="search"
        aria-label="Go to token"
        placeholder="Go to token…"
        value={search}
        onChange={({ target }) => {
          setSearch(target.value)
          setCurrent(0)
          const [first] = searchTokens(tensor, queryIndex, target.value, labels)
          if (first !== undefined) onGo(first)
        }}
      />
      {search === '' ? null : (
        <div className="token-hits">
          <output aria-label="Hits">
            {hits.length === 0 ? 'no hits' : `${shown + 1} of ${hits.length}`}
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
