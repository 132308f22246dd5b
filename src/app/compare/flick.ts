import { type Dispatch } from 'react'
import { differenceOf } from '../../tensor/Tensor'
import { combineRefusal } from '../../analysis/combine/combineNotices'
import { type Loader } from '../open/useLoader'
import { type AppAction } from '../state/appReducer'
import { activeTensor, type AppState, type Chosen, type OpenTensor } from '../state/AppState'
import { combination, partAt } from './combination'

/** The page's state and the ways to change it by which two queries take turns. */
export interface FlickContext {
  readonly state: AppState
  readonly dispatch: Dispatch<AppAction>
  readonly loader: Pick<Loader, 'open'>
}

/**
 * Shows the other one of two queries in the same frame: of those that take turns already, or else of those that were
 * compared last. Queries of two tensors are combined first; while they are, nothing more is done.
 */
export function flick(context: FlickContext): void {
  const { state, dispatch, loader } = context
  const [active, pair] = [activeTensor(state), flickPair(state)]
  if (active === undefined || pair === undefined) return
  const { id, view } = active
  const shown = pair.findIndex((each) => each.id === id && each.queryIndex === view.query)
  const turn = shown === 0 ? 1 : 0
  if (pair[0].id === pair[1].id) return showTurn(context, pair, turn)
  const queries = pair.flatMap((each) => {
    const open = openOf(state, each)
    return open ? [{ open, queryIndex: each.queryIndex }] : []
  })
  const refusal = combineRefusal(queries.map(({ open, queryIndex }) => partAt(open, queryIndex)))
  if (refusal === undefined)
    loader.open([{ ...combination(queries, turn), key: JSON.stringify(pair) }])
  else dispatch({ type: 'noticed', notices: [refusal] })
}

/** Shows one of two queries of a tensor. */
function showTurn({ state, dispatch }: FlickContext, pair: Pair, turn: 0 | 1): void {
  const open = openOf(state, pair[0])
  if (open === undefined) return
  const { id, view } = open
  if (id !== state.activeId) dispatch({ type: 'tensor-chosen', id })
  // So the reader can go back to the panels.
  if (view.panels !== 'one') dispatch({ type: 'panel-opened', query: view.query })
  const flicked = view.flick ?? ([pair[0].queryIndex, pair[1].queryIndex] as const)
  const query = pair[turn].queryIndex
  dispatch({ type: 'view-changed', settings: { query, rows: 'layer', flick: [...flicked] } })
}

type Pair = readonly [Chosen, Chosen]

/** Returns the two queries that take turns, or would; undefined if only one query is open. */
export function flickPair(state: AppState): Pair | undefined {
  const active = activeTensor(state)
  if (active === undefined) return undefined
  const { id, view, tensor } = active
  if (view.flick !== undefined) return within(id, view.flick)
  const { compared } = state
  const isOfActive = compared?.some((chosen) => chosen.id === id && isShown(active, chosen))
  const isOpen = compared?.every((chosen) => openOf(state, chosen) !== undefined)
  const isDifference = differenceOf(tensor, view.query) !== undefined
  if (isOpen === true && (isOfActive === true || isDifference)) return compared
  const next = view.query + 1 < tensor.queries.length ? view.query + 1 : view.query - 1
  return next < 0 ? undefined : within(id, [view.query, next])
}

/** Returns whether a tensor shows a query: alone, or in a panel. */
function isShown({ view }: OpenTensor, { queryIndex }: Chosen): boolean {
  return view.panels !== 'one' || view.query === queryIndex
}

function within(id: number, [a, b]: readonly [number, number]): Pair {
  return [
    { id, queryIndex: a },
    { id, queryIndex: b },
  ]
}

function openOf({ open }: AppState, { id, queryIndex }: Chosen): OpenTensor | undefined {
  return open.find((each) => each.id === id && queryIndex < each.tensor.queries.length)
}
