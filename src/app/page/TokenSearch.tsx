import { useEffect, useRef, useState, type ReactNode } from 'react'
import { tokenLabelText } from '../../layout/tokenLabelText'
import { inOwnWords, wordsOf } from '../../tensor/Axes'
import { type LabelMode } from '../../tensor/Matrix'
import { sequenceIndex, type Tensor } from '../../tensor/Tensor'
import { grouped } from '../../text/counted'
import { soughtToken } from '../commands/placeCommands'
import { Menu } from '../controls/Menu'
import { type SearchInput } from '../derive/tokenHits'
import { useTokenHits } from '../derive/useTokenHits'

interface TokenSearchProps {
  readonly tensor: Tensor
  readonly queryIndex: number
  /** How token texts are shown; default `visible`. */
  readonly labels?: LabelMode | undefined
  readonly onGo: (tokenIndex: number) => void
  /** Returns what shows the range of cells, or the layer, that a text names; which exist, if it names none that do. */
  readonly rangeOf?: (text: string) => (() => void) | string | undefined
  /** Called with the hits whenever they change; none if nothing is searched for. */
  readonly onFound?: ((tokens: readonly number[]) => void) | undefined
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
  const { tensor, queryIndex, labels, onGo, rangeOf, onFound } = props
  const [current, setCurrent] = useState(0)
  const { search, hits, seek } = useHits({ tensor, queryIndex, labels }, onGo)
  const { one } = wordsOf(tensor).column
  const range = hits?.length === 0 ? rangeOf?.(search) : undefined
  const showRange = typeof range === 'function' ? range : undefined
  // The overview, which marks the hits, is elsewhere on the page.
  useEffect(() => onFound?.(hits ?? NONE), [onFound, hits])
  // Enter may be pressed before it is known whether the text names tokens or a range.
  const isEntered = useRef(false)
  useEffect(() => {
    if (hits === undefined || !isEntered.current) return
    isEntered.current = false
    showRange?.()
  }, [hits, showRange])
  // Another query or tensor may have fewer hits.
  const shown = Math.min(current, (hits?.length ?? 0) - 1)
  const go = (index: number): void => {
    if (hits === undefined || hits.length === 0) return
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
        isEntered.current = hits === undefined
        showRange?.()
        go(shown + 1)
      }}
    >
      <input
        type="search"
        aria-label={`Go to ${one}`}
        title={inOwnWords(
          'A token’s text or index, layer 70, or layers 70–80, tokens 5,000–6,000',
          tensor,
        )}
        placeholder={one.length > LONGEST ? 'Go to…' : `Go to ${one}…`}
        value={search}
        onChange={({ target }) => {
          seek(target.value)
          setCurrent(0)
          isEntered.current = false
        }}
      />
      {search === '' ? null : (
        <HitBar
          {...{ tensor, queryIndex, labels, hits, shown }}
          note={typeof range === 'function' ? 'Enter shows it' : range}
          onGo={go}
        />
      )}
    </form>
  )
}

interface HitBarProps extends Omit<HitListProps, 'hits'>, Pick<Hits, 'hits'> {
  /** Place of the shown hit. */
  readonly shown: number
  /** What is said of a text that names a range and not a token. */
  readonly note: string | undefined
}

/** Shows the number of hits, steps through them and lists them. */
function HitBar({ shown, note, hits: known, ...list }: HitBarProps): ReactNode {
  const { onGo } = list
  const hits = known ?? NONE
  const none = known === undefined ? '…' : 'no hits'
  const count = hits.length === 0 ? none : `${shown + 1} of ${hits.length}`
  return (
    <div className="token-hits">
      <output aria-label="Hits">{note ?? count}</output>
      {STEPS.map(([name, mark, step]) => (
        <button
          key={name}
          type="button"
          aria-label={name}
          disabled={hits.length < 2}
          onClick={() => onGo(shown + step)}
        >
          {mark}
        </button>
      ))}
      {hits.length > 1 ? <HitList {...list} hits={hits} /> : null}
    </div>
  )
}

interface HitListProps extends Omit<SearchInput, 'search'> {
  readonly hits: readonly number[]
  /** Called with the place of a hit in the list. */
  readonly onGo: (index: number) => void
}

/** Most hits that are listed. */
const MOST_LISTED = 50

/** Offers the first hits in a list, by index and text, and counts the others. */
function HitList({ tensor, queryIndex, labels, hits, onGo }: HitListProps): ReactNode {
  const restCount = hits.length - MOST_LISTED
  return (
    <Menu label="List" className="hit-list">
      <ul aria-label="Hits in order">
        {hits.slice(0, MOST_LISTED).map((token, index) => (
          <li key={token}>
            <button type="button" data-closes-menu onClick={() => onGo(index)}>
              {sequenceIndex(tensor, token)}{' '}
              <bdi>{tokenLabelText(tensor, queryIndex, token, labels ?? 'visible')}</bdi>
            </button>
          </li>
        ))}
        {restCount > 0 ? <li>and {grouped(restCount)} more</li> : null}
      </ul>
    </Menu>
  )
}

interface Hits {
  /** The searched text. */
  readonly search: string
  /** Undefined while they are searched for. */
  readonly hits: readonly number[] | undefined
  readonly seek: (search: string) => void
}

/** Searches for a text and goes to the first hit. Among very many tokens, the hits arrive later. */
function useHits(where: Omit<SearchInput, 'search'>, onGo: TokenSearchProps['onGo']): Hits {
  const [search, setSearch] = useState('')
  const named = soughtToken(search, where)
  // Spaces at the beginning of a token are part of it.
  const hits = useTokenHits({ ...where, search: named.isNamed ? named.text : search })
  // The typed text until its first hit is shown. The effect of an earlier text may run after this one is typed.
  const sought = useRef<string>(undefined)
  // The first hit is shown once per text, and not again when the tensor changes.
  useEffect(() => {
    if (sought.current !== search || hits === undefined) return
    sought.current = undefined
    const [first] = hits
    if (first !== undefined) onGo(first)
  }, [hits, search, onGo])
  return {
    search,
    hits,
    seek: (text) => {
      sought.current = text
      setSearch(text)
    },
  }
}
