import { useId, useState, type ReactNode } from 'react'
import { combineRefusal } from '../../analysis/combine/combineNotices'
import { partLabels } from '../../analysis/combine/partLabels'
import { counted, grouped } from '../../text/counted'
import { isolated, withIsolatedQuotes } from '../../text/isolated'
import { type View } from '../../tensor/View'
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
  /** Shows a panel for each of the chosen queries of the only tensor; default: they are combined. */
  readonly onPanels?: ((panels: View['panels']) => void) | undefined
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

/** Chooses queries of the open tensors, and makes one tensor of them, or shows them in panels. */
export function CombineDialog(props: CombineDialogProps): ReactNode {
  const { open, ids, onOpen, onPanels, onClose } = props
  const all = open.flatMap(choicesOf)
  const shown = open.filter(({ id }) => ids.includes(id))
  const [chosen, choose] = useChosen(shown, onPanels !== undefined)
  const taken = all.filter(({ key }) => chosen.has(key))
  const parts = taken.map(({ open: each, queryIndex }) => partAt(each, queryIndex))
  const { title, about, verb } = onPanels === undefined ? COMBINING : SHOWING
  const refusal = onPanels === undefined ? combineRefusal(parts) : undefined
  const labels = onPanels === undefined && refusal === undefined ? partLabels(parts) : []
  return (
    <Dialog title={title} className="combine" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          closeDialog(event.currentTarget)
          if (onPanels === undefined) onOpen([combination(taken)])
          else onPanels(taken.length === all.length ? 'queries' : taken.map(indexOf))
        }}
      >
        <p>{about}</p>
        <FoundChoices
          {...{ open, all, chosen }}
          labelOf={new Map(taken.map(({ key }, k) => [key, labels[k]]))}
          onChoose={choose}
        />
        <p role="status">{statusOf(parts.length, refusal)}</p>
        <button
          type="submit"
          className="button is-primary"
          disabled={parts.length < 2 || refusal !== undefined}
        >
          {`${verb} ${counted(parts.length, 'query', 'queries')}`}
        </button>
      </form>
    </Dialog>
  )
}

const COMBINING = {
  title: 'Combine queries',
  about:
    'Makes one tensor of the chosen queries. Each keeps its own tokens, and the open tensors stay as they are.',
  verb: 'Combine',
}

const SHOWING = {
  title: 'Choose queries',
  about: 'Shows a panel for each of the chosen queries.',
  verb: 'Show',
}

interface FoundChoicesProps extends Pick<TensorChoicesProps, 'chosen' | 'labelOf' | 'onChoose'> {
  readonly open: readonly OpenTensor[]
  readonly all: readonly Choice[]
}

/** Chooses among all queries, by tensor. Many can be searched. */
function FoundChoices({ open, all, ...choosing }: FoundChoicesProps): ReactNode {
  const [search, setSearch] = useState('')
  const found = all.filter((choice) => textOf(choice).includes(search.trim().toLowerCase()))
  const listed = found.slice(0, MOST_LISTED)
  return (
    <>
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
          found={found.filter((choice) => choice.open === each)}
          choices={listed.filter((choice) => choice.open === each)}
          {...choosing}
        />
      ))}
      {found.length <= listed.length ? null : (
        <p>{`${grouped(found.length - listed.length)} more are not listed: find them by name.`}</p>
      )}
    </>
  )
}

function indexOf({ queryIndex }: Choice): number {
  return queryIndex
}

/**
 * Returns the keys of the chosen queries, at first those that some tensors show, or that have panels if `arePanels`, and
 * a function that changes them.
 */
function useChosen(
  shown: readonly OpenTensor[],
  arePanels: boolean,
): readonly [ReadonlySet<string>, TensorChoicesProps['onChoose']] {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => {
    const keys = shown.flatMap((open) =>
      (arePanels ? panelsOf(open) : [open.view.query]).map((query) => keyOf(open, query)),
    )
    return new Set(keys)
  })
  const choose = (keys: readonly string[], isChosen: boolean): void => {
    const changed = new Set(chosen)
    for (const key of keys) {
      if (isChosen) changed.add(key)
      else changed.delete(key)
    }
    setChosen(changed)
  }
  return [chosen, choose]
}

/** Returns the queries that have a panel, on any page; the one in view if there are no panels. */
function panelsOf({ tensor, view }: OpenTensor): readonly number[] {
  if (view.panels === 'one') return [view.query]
  return view.panels === 'queries' ? [...tensor.queries.keys()] : view.panels
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
  /** Those that are found, and those of them that are listed. */
  readonly found: readonly Choice[]
  readonly choices: readonly Choice[]
  readonly chosen: ReadonlySet<string>
  /** Label of each chosen query in the tensor that is made, by key. */
  readonly labelOf: ReadonlyMap<string, string | undefined>
  readonly onChoose: (keys: readonly string[], isChosen: boolean) => void
}

/** Chooses some of the queries of one tensor, or all of those that are found. */
function TensorChoices(props: TensorChoicesProps): ReactNode {
  const { name, found, choices, chosen, labelOf, onChoose } = props
  const id = useId()
  if (found.length === 0) return null
  const keys = found.map(({ key }) => key)
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
