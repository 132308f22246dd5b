import { type ShownTensor } from '../../figure/ShownTensor'
import { type FoundOrigin } from '../../formats/foreign/FoundFile'
import { type Problem } from '../../tensor/TensorError'
import {
  defaultView,
  lastingSettings,
  type ParsedView,
  type PinnedIndex,
  type View,
  type ViewSettings,
} from '../../tensor/View'
import { type ShownView } from '../../tensor/shownView'
import { viewNotices } from '../../tensor/viewNotices'
import {
  afterArranging,
  isArrangeAction,
  withAxesToAsk,
  type ArrangeAction,
} from './arrangeAction'
import { type Windows } from '../../tensor/Windows'

/** A tensor that is open in the page, with its own view. */
export interface OpenTensor extends ShownTensor {
  readonly id: number
  /** Of a foreign file's tensor only. */
  readonly found?: FoundOrigin
  /** Whether its axes are shown, to be arranged. */
  readonly hasAxes?: boolean
  /** Of a figure's tensor only: the view in which the figure was saved. */
  readonly carriedView?: unknown
  /** How a link names it; absent where no link can. */
  readonly origin?: string
}

/** A file that could not be opened. */
export interface FileProblem {
  readonly fileName: string
  readonly problem: Problem
}

export interface LoadProgress {
  readonly fileName: string
  readonly bytesRead: number
  /** 0 where nobody knows yet. */
  readonly byteCount: number
  readonly cellCount: number
}

export interface AppState {
  readonly open: readonly OpenTensor[]
  readonly activeId: number | undefined
  readonly loading: LoadProgress | undefined
  readonly problems: readonly FileProblem[]
  readonly notices: readonly string[]
  /** What the reader chose, for the next file too; a query or a cell is never kept. */
  readonly kept: ViewSettings
}

type LoadAction =
  | { readonly type: 'load-started'; readonly fileName: string; readonly byteCount: number }
  | { readonly type: 'load-progressed'; readonly progress: LoadProgress }
  | {
      readonly type: 'load-succeeded'
      readonly opened: readonly OpenTensor[]
      readonly notices: readonly string[]
    }
  | { readonly type: 'load-failed'; readonly failure: FileProblem }
  | { readonly type: 'load-cancelled' }

type PageAction =
  | { readonly type: 'export-failed'; readonly message: string }
  | { readonly type: 'noticed'; readonly notices: readonly string[] }
  | { readonly type: 'messages-dismissed' }
  | { readonly type: 'tensor-chosen'; readonly id: number }
  | { readonly type: 'tensor-closed'; readonly id: number }
  | { readonly type: 'view-changed'; readonly settings: Partial<View> }
  | { readonly type: 'setting-reset'; readonly key: keyof View }
  | { readonly type: 'settings-pasted'; readonly parsed: ParsedView }
  | { readonly type: 'view-replaced'; readonly shown: ShownView }
  | { readonly type: 'zoomed'; readonly windows: Windows }
  | { readonly type: 'cell-pinned'; readonly cell: PinnedIndex | undefined }

export type AppAction = LoadAction | PageAction | ArrangeAction

export const initialState: AppState = {
  open: [],
  activeId: undefined,
  loading: undefined,
  problems: [],
  notices: [],
  kept: {},
}

/** The page's state machine. Whatever fails, what is open stays open. */
export function appReducer(state: AppState, action: AppAction): AppState {
  if (isArrangeAction(action)) return afterArranging(state, action)
  return isLoadAction(action) ? afterLoading(state, action) : afterChoice(state, action)
}

function isLoadAction(action: AppAction): action is LoadAction {
  return action.type.startsWith('load-')
}

function afterLoading(state: AppState, action: LoadAction): AppState {
  switch (action.type) {
    case 'load-started': {
      const { fileName, byteCount } = action
      return { ...state, loading: { fileName, byteCount, bytesRead: 0, cellCount: 0 } }
    }
    case 'load-progressed':
      return { ...state, loading: action.progress }
    case 'load-succeeded':
      return {
        ...state,
        loading: undefined,
        open: [...state.open, ...action.opened.map(withAxesToAsk)],
        activeId: action.opened[0]?.id ?? state.activeId,
        notices: [...new Set([...state.notices, ...action.notices])],
      }
    case 'load-failed':
      return { ...state, loading: undefined, problems: [...state.problems, action.failure] }
    case 'load-cancelled':
      return { ...state, loading: undefined }
  }
}

function afterChoice(state: AppState, action: PageAction): AppState {
  switch (action.type) {
    case 'export-failed':
      return { ...state, notices: [`The figure was not ${action.message}`] }
    case 'noticed':
      return { ...state, notices: [...new Set([...state.notices, ...action.notices])] }
    case 'messages-dismissed':
      return withoutMessages(state)
    case 'tensor-chosen':
      return { ...state, activeId: action.id }
    case 'tensor-closed':
      return afterClosing(state, action.id)
    case 'view-changed':
      return afterViewChange(state, action.settings)
    case 'setting-reset':
      return afterReset(state, action.key)
    case 'settings-pasted': {
      const { settings, problems } = action.parsed
      return {
        ...afterViewChange(state, settings),
        notices: viewNotices(problems, 'The pasted text'),
      }
    }
    case 'view-replaced':
      return withActive(state, (open) => ({ ...open, ...action.shown }))
    case 'zoomed':
      return withActive(state, (open) => ({ ...open, windows: action.windows }))
    case 'cell-pinned':
      return withActive(state, (open) => ({ ...open, cell: action.cell }))
  }
}

/** The same state where there are none: nothing is to be drawn for it. */
function withoutMessages(state: AppState): AppState {
  const hasNone = state.problems.length + state.notices.length === 0
  return hasNone ? state : { ...state, problems: [], notices: [] }
}

export function activeTensor(state: AppState): OpenTensor | undefined {
  return state.open.find(({ id }) => id === state.activeId)
}

/** The neighbour of a closed tensor is shown; the last one that is open stays. */
function afterClosing(state: AppState, id: number): AppState {
  const index = state.open.findIndex((each) => each.id === id)
  if (index < 0 || state.open.length === 1) return state
  const open = state.open.toSpliced(index, 1)
  const neighbour = open[Math.min(index, open.length - 1)]
  return { ...state, open, activeId: state.activeId === id ? neighbour?.id : state.activeId }
}

function afterViewChange(state: AppState, settings: Partial<View>): AppState {
  const changed = withActive(state, (open) => withView(open, { ...open.view, ...settings }))
  return { ...withLock(changed, settings), kept: { ...state.kept, ...lastingSettings(settings) } }
}

/** A lock holds for all tensors that are open: it is there to compare them. */
function withLock(state: AppState, { lock }: Partial<View>): AppState {
  if (lock === undefined) return state
  return { ...state, open: state.open.map((open) => withView(open, { ...open.view, lock })) }
}

/** The setting is the default again, and the next file's own. */
function afterReset(state: AppState, key: keyof View): AppState {
  const { [key]: _kept, ...kept } = state.kept
  const changed = withActive(state, (open) => {
    const { [key]: _chosen, ...view } = open.view
    return withView(open, { ...defaultView(open.tensor), ...view })
  })
  return { ...changed, kept }
}

/** Columns of another query, axis, width or order are other tokens: these changes show the whole again. */
function withView(open: OpenTensor, view: View): OpenTensor {
  const keys = ['query', 'axis', 'width', 'order', 'layer_order'] as const
  const isSame = keys.every((key) => open.view[key] === view[key])
  return { ...open, view, windows: isSame ? open.windows : {} }
}

function withActive(state: AppState, change: (open: OpenTensor) => OpenTensor): AppState {
  const open = state.open.map((each) => (each.id === state.activeId ? change(each) : each))
  return { ...state, open }
}
