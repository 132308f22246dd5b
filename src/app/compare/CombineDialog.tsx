import { useId, useState, type ReactNode } from 'react'
import { combineRefusal } from '../../analysis/combine/combineNotices'
import { partLabels } from '../../analysis/combine/partLabels'
import { counted, grouped } from '../../text/counted'
import { isolated, withIsolatedQuotes } from '../../text/isolated'
import { visibleProse } from '../../text/visibleText'
import { closeDialog, Dialog } from '../controls/Dialog'
import { type Loader } from '../open/useLoader'
import { tabName, type OpenTensor } from '../state/AppState'
import { combination, partAt } from './combination'

interface CombineDialogProps {
  readonly open: readonly OpenTensor[]
  /** Ids of the tensors whose shown query is chosen at first. */
  readonly ids: readonly number[]
  readonly onOpen: Loader['open']
  readonly onClose: () => void
}

/** Number of queries from which a field finds some of them. */
const MANY = 12

/** Most queries in the list; of more, those that are found. */
const MOST_LISTED = 500

/** A query that can be chosen. Its key is its place among all open queries. */
interface Choice {
  readonly key: string
  readonly open: OpenTensor
  readonly queryIndex: number
}

/** Chooses queries of the open tensors, and makes one tensor of them. */
export function CombineDialog({ open, ids, onOpen, onClose }: CombineDialogProps): ReactNode {
  const all = open.flatMap(choicesOf)
  const [chosen, choose] = useChosen(open.filter(({ id }) => ids.includes(id)))
  const [search, setSearch] = useState('')
  const taken = all.filter(({ key }) => chosen.has(key))
  const parts = taken.map(({ open: each, queryIndex }) => partAt(each, queryIndex))
  const refusal = combineRefusal(parts)
  const labels = refusal === undefined ? partLabels(parts) : []
  const labelOf = new Map(taken.map(({ key }, k) => [key, labels[k]]))
  const found = all.filter((choice) => textOf(choice).includes(search.trim().toLowerCase()))
  const listed = found.slice(0, MOST_LISTED)
  return (
    <Dialog title="Combine queries" className="combine" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          closeDialog(event.currentTarget)
          onOpen([combination(taken)])
        }}
      >
        <p>
          Makes one tensor of the chosen queries. Each keeps its own tokens, and the open tensors
          stay as they are.
        </p>
        {all.length <= MANY ? null : (
          <input
            type="search"
            aria-label="Find queries"
            placeholder="Find queries…"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
        {open.map((each) => (
          <TensorChoices
            key={each.id}
            name={tabName(each)}
            choices={listed.filter((choice) => choice.open === each)}
            {...{ chosen, labelOf }}
            onChoose={choose}
          />
        ))}
        {found.length <= listed.length ? null : (
          <p>{`${grouped(found.length - listed.length)} more are not listed: find them by name.`}</p>
        )}
        <p role="status">{statusOf(parts.length, refusal)}</p>
        <button
          type="submit"
          className="button is-primary"
          disabled={parts.length < 2 || refusal !== undefined}
        >
          {`Combine ${counted(parts.length, 'query', 'queries')}`}
        </button>
      </form>
    </Dialog>
  )
}

/** Returns the keys of the chosen queries, at first those that some tensors show, and a function that changes them. */
function useChosen(
  shown: readonly OpenTensor[],
): readonly [ReadonlySet<string>, TensorChoicesProps['onChoose']] {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(shown.map((open) => keyOf(open, open.view.query))),
  )
  const choose = (keys: readonly string[], isChosen: boolean): void => {
    const others = [...chosen].filter((key) => !keys.includes(key))
    setChosen(new Set(isChosen ? [...others, ...keys] : others))
  }
  return [chosen, choose]
}

function statusOf(count: number, refusal: string | undefined): string {
  if (refusal !== undefined) return withIsolatedQuotes(refusal)
  return count < 2 ? 'Choose two or more queries.' : ''
}

function choicesOf(open: OpenTensor): readonly Choice[] {
  return open.tensor.queries.map((_, queryIndex) => {
    return { key: keyOf(open, queryIndex), open, queryIndex }
  })
}

function keyOf({ id }: OpenTensor, queryIndex: number): string {
  return `${id} ${queryIndex}`
}

/** Returns the text in which a query is found, in small letters. */
function textOf({ open, queryIndex }: Choice): string {
  return `${tabName(open)} ${open.tensor.queries[queryIndex]?.label ?? ''}`.toLowerCase()
}

interface TensorChoicesProps {
  readonly name: string
  readonly choices: readonly Choice[]
  readonly chosen: ReadonlySet<string>
  /** Label of each chosen query in the tensor that is made, by key. */
  readonly labelOf: ReadonlyMap<string, string | undefined>
  readonly onChoose: (keys: readonly string[], isChosen: boolean) => void
}

/** Chooses some of the queries of one tensor, or all of those that are listed. */
function TensorChoices(props: TensorChoicesProps): ReactNode {
  const { name, choices, chosen, labelOf, onChoose } = props
  const id = useId()
  if (choices.length === 0) return null
  const keys = choices.map(({ key }) => key)
  const isAll = keys.every((key) => chosen.has(key))
  return (
    <fieldset className="combine-choices" aria-labelledby={id}>
      <div>
        <span id={id}>
          <bdi>{visibleProse(name)}</bdi>
        </span>
        {keys.length < 2 ? null : (
          <button type="button" className="button is-quiet" onClick={() => onChoose(keys, !isAll)}>
            {isAll ? 'None' : `All ${grouped(keys.length)}`}
          </button>
        )}
      </div>
      {choices.map(({ key, open, queryIndex }) => (
        <label key={key} className="check">
          <input
            type="checkbox"
            checked={chosen.has(key)}
            onChange={({ target }) => onChoose([key], target.checked)}
          />
          {isolated(visibleProse(open.tensor.queries[queryIndex]?.label ?? ''))}
          {labelOf.get(key) === undefined ? null : (
            <span className="made-label">{isolated(visibleProse(labelOf.get(key) ?? ''))}</span>
          )}
        </label>
      ))}
    </fieldset>
  )
}
