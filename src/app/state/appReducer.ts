import { type Alignment } from '../../tensor/Alignment'
import { type ShownView } from '../../tensor/shownView'
import {
  changedView,
  defaultView,
  lastingSettings,
  type ParsedView,
  type PinnedIndex,
  type View,
  viewNotices,
} from '../../tensor/View'
import { type Windows } from '../../tensor/Windows'
import {
  activeTensor,
  withCopyNumber,
  withMessages,
  type AppState,
  type Chosen,
  type FileProblem,
  type LoadProgress,
  type OpenTensor,
  type WaitingFiles,
} from './AppState'
import { withView } from './withView'
import { arrangeHandlers, withAxesToAsk, withChanged, type ArrangeActions } from './arrangeHandlers'

/** The fields of each action, by its type. */
interface Actions extends ArrangeActions {
  readonly 'load-waits': { readonly waiting: WaitingFiles | undefined }
  readonly 'load-progressed': { readonly progress: LoadProgress }
  readonly 'load-succeeded': {
    readonly opened: readonly OpenTensor[]
    readonly notices: readonly string[]
    /** Id of the tensor in whose place the opened one is shown. If it is shown no more, the shown one stays. */
    readonly instead?: { readonly of: number | undefined } | undefined
  }
  readonly 'load-failed': { readonly failure: FileProblem }
  readonly 'load-ended': Pick<LoadProgress, 'source'>
  readonly 'export-failed': { readonly message: string }
  /** Keeps the operands of a difference. */
  readonly compared: { readonly pair: readonly [Chosen, Chosen] }
  readonly 'combine-offered': { readonly ids: readonly number[] }
  readonly noticed: { readonly notices: readonly string[] }
  readonly 'messages-dismissed': object
  readonly 'tensor-chosen': { readonly id: number }
  readonly 'tensor-closed': { readonly id: number }
  readonly 'view-changed': { readonly settings: Partial<View> }
  readonly 'setting-reset': { readonly key: keyof View }
  readonly 'settings-pasted': { readonly parsed: ParsedView }
  readonly revisited: {
    readonly visited: { readonly id: number; readonly query: number; readonly windows: Windows }
  }
  readonly 'view-replaced': { readonly shown: ShownView }
  /** Keeps the columns that a figure shows. */
  readonly aligned: { readonly id: number; readonly alignment: Alignment }
  readonly zoomed: { readonly windows: Windows }
  /** Pins a cell of a query; default of the query in view. */
  readonly 'cell-pinned': { readonly cell: PinnedIndex | undefined; readonly query?: number }
  /** Shows the query of a panel alone, in the same colors. */
  readonly 'panel-opened': { readonly query: number }
  /** Shows the panels again from which a query was opened. */
  readonly 'panels-restored': object
  /** Acts on a tensor as if it were active: what began on its figure may end when another tensor is shown. */
  readonly 'figure-acted': { readonly id: number; readonly action: AppAction }
}

type ActionOf<Type extends keyof Actions> = {
  [Each in Type]: { readonly type: Each } & Actions[Each]
}[Type]

export type AppAction = ActionOf<keyof Actions>

type Handlers = {
  readonly [Type in keyof Actions]: (state: AppState, action: Actions[Type]) => AppState
}

/** The state after an action, by its type. A failure closes no tensor. */
const handlers: Handlers = {
  ...arrangeHandlers,
  'load-waits': (state, { waiting }) => ({ ...state, waiting }),
  'load-progressed': (state, { progress }) => {
    return { ...state, loading: [...otherLoads(state, progress), progress] }
  },
  'load-succeeded': (state, { opened, notices, instead = { of: state.activeId } }) => ({
    ...withMessages(state, { notices }),
    open: withOpened(state.open, opened),
    activeId: (instead.of === state.activeId ? opened[0]?.id : undefined) ?? state.activeId,
  }),
  'load-failed': (state, { failure }) => withMessages(state, { problems: [failure] }),
  'load-ended': (state, load) => ({ ...state, loading: otherLoads(state, load) }),
  'export-failed': (state, { message }) => ({ ...state, notices: [message] }),
  compared: (state, { pair }) => ({ ...state, compared: pair }),
  'combine-offered': (state, { ids }) => {
    const [a, b] = state.open
      .filter(({ id }) => ids.includes(id))
      .slice(-2)
      .map(shownOf)
    return { ...state, offered: ids, ...(a && b && { compared: [a, b] as const }) }
  },
  noticed: (state, { notices }) => {
    const added = notices.filter((notice) => !state.notices.includes(notice))
    // The same state is rendered no second time, however often another page makes the same mistake.
    return added.length === 0 ? state : withMessages(state, { notices: added })
  },
  'messages-dismissed': withoutMessages,
  'tensor-chosen': (state, { id }) => withCompared(state, { ...state, activeId: id }),
  'tensor-closed': (state, { id }) => afterClosing(state, id),
  'view-changed': (state, { settings }) => afterViewChange(state, settings),
  'setting-reset': (state, { key }) => afterReset(state, key),
  'settings-pasted': (state, { parsed: { settings, problems } }) => ({
    ...afterViewChange(state, settings),
    notices: viewNotices(problems, 'The pasted text'),
  }),
  'view-replaced': (state, { shown }) => withActive(state, (open) => ({ ...open, ...shown })),
  revisited: (state, { visited: { id, query, windows } }) => {
    // The tensor may have been closed meanwhile.
    if (!state.open.some((each) => each.id === id)) return state
    return withActive({ ...state, activeId: id }, (open) => ({
      ...withView(open, { ...open.view, query }),
      windows,
    }))
  },
  aligned: (state, { id, alignment }) => withChanged(state, id, { alignment }),
  zoomed: (state, { windows }) => withActive(state, (open) => ({ ...open, windows })),
  'cell-pinned': (state, { cell, query }) =>
    withActive(state, (open) => ({
      ...open,
      cell,
      view: query === undefined ? open.view : { ...open.view, query },
    })),
  'panel-opened': (state, { query }) =>
    withActive(state, (open) => {
      const { panels } = open.view
      const alone = withView(open, { ...open.view, query, panels: 'one' })
      return { ...alone, grid: { panels, windows: open.windows } }
    }),
  'panels-restored': (state) => withActive(state, restored),
  'figure-acted': (state, { id, action }) => ({
    ...appReducer({ ...state, activeId: id }, action),
    activeId: state.activeId,
  }),
}

/** Returns the state after an action. */
export function appReducer(state: AppState, action: AppAction): AppState {
  return handle(state, action)
}

function handle<Type extends keyof Actions>(state: AppState, action: ActionOf<Type>): AppState {
  return handlers[action.type](state, action)
}

/** Returns the open tensors with more of them behind. */
function withOpened(open: readonly OpenTensor[], more: readonly OpenTensor[]): OpenTensor[] {
  const all = [...open]
  for (const each of more) all.push(withCopyNumber(withAxesToAsk(each), all))
  return all
}

function otherLoads(
  { loading }: AppState,
  { source }: Pick<LoadProgress, 'source'>,
): readonly LoadProgress[] {
  return loading.filter((each) => each.source !== source)
}

/** Returns the state without messages. If it has none, returns the same state, so that nothing is rendered. */
function withoutMessages(state: AppState): AppState {
  const { problems, notices, offered } = state
  const hasNone = problems.length + notices.length + offered.length === 0
  return hasNone ? state : { ...state, problems: [], notices: [], offered: [], moreCount: 0 }
}

/** Returns the state without a tensor. If it was active, its neighbour becomes active. The only tensor stays open. */
function afterClosing(state: AppState, id: number): AppState {
  const index = state.open.findIndex((each) => each.id === id)
  if (index < 0 || state.open.length === 1) return state
  const open = state.open.toSpliced(index, 1)
  const neighbour = open[Math.min(index, open.length - 1)]
  const activeId = state.activeId === id ? neighbour?.id : state.activeId
  return { ...state, open, activeId, closedCount: state.closedCount + 1 }
}

function afterViewChange(state: AppState, settings: Partial<View>): AppState {
  const changed = withActive(state, (open) => {
    // The first layer of queries as rows is that of the pinned cell.
    const layer =
      settings.rows === 'query' && open.view.rows !== 'query' ? open.cell?.[0] : undefined
    const all = { ...(layer !== undefined && { layer }), ...settings }
    return withView(open, changedView(open.view, all, open.tensor))
  })
  const { kept } = state
  return {
    ...withCompared(state, withLock(changed, settings)),
    kept: { ...kept, ...lastingSettings(settings) },
  }
}

/** Returns the state after another with the queries that both show as the compared ones, if each is shown alone. */
function withCompared(before: AppState, after: AppState): AppState {
  const [a, b] = [activeTensor(before), activeTensor(after)]
  if (a?.view.panels !== 'one' || b?.view.panels !== 'one') return after
  if (a.id === b.id && a.view.query === b.view.query) return after
  return { ...after, compared: [shownOf(a), shownOf(b)] }
}

function shownOf({ id, view }: OpenTensor): Chosen {
  return { id, queryIndex: view.query }
}

/** Returns the state with a lock in the view of every open tensor, since a lock serves to compare them. */
function withLock(state: AppState, { lock }: Partial<View>): AppState {
  if (lock === undefined) return state
  return { ...state, open: state.open.map((open) => withView(open, { ...open.view, lock })) }
}

/** Returns the state with a setting at its default, for the next file too. */
function afterReset(state: AppState, key: keyof View): AppState {
  const { [key]: _kept, ...kept } = state.kept
  const changed = withActive(state, (open) => {
    const { [key]: _chosen, ...view } = open.view
    return withView(open, { ...defaultView(open.tensor, view), ...view })
  })
  return { ...changed, kept }
}

/** Returns the tensor with the panels from which its query was opened, in their zoom. */
function restored(open: OpenTensor): OpenTensor {
  const { grid } = open
  if (grid === undefined) return open
  const view = changedView(open.view, { panels: grid.panels, scope: open.view.scope }, open.tensor)
  return { ...withView(open, view), windows: grid.windows }
}

function withActive(state: AppState, change: (open: OpenTensor) => OpenTensor): AppState {
  const open = state.open.map((each) => (each.id === state.activeId ? change(each) : each))
  return { ...state, open }
}
