import { type Statistics } from '../../analysis/Statistics'
import { type Tensor } from '../../tensor/Tensor'
import { type Problem } from '../../tensor/TensorError'
import { type View, type ViewSettings } from '../../tensor/View'

/** A tensor that is open in the page, with its own view. */
export interface OpenTensor {
  readonly id: number
  /** As listed: the file's name, with the slice where a file holds several tensors. */
  readonly fileName: string
  readonly tensor: Tensor
  /** One for each query. */
  readonly statistics: readonly Statistics[]
  readonly view: View
}

/** A file that could not be opened. */
export interface FileProblem {
  readonly fileName: string
  readonly problem: Problem
}

export interface LoadProgress {
  readonly fileName: string
  readonly bytesRead: number
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
  | { readonly type: 'messages-dismissed' }
  | { readonly type: 'tensor-chosen'; readonly id: number }
  | { readonly type: 'view-changed'; readonly settings: ViewSettings }
  | { readonly type: 'cell-pinned'; readonly cell: readonly [number, number] | undefined }

export type AppAction = LoadAction | PageAction

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
        open: [...state.open, ...action.opened],
        activeId: action.opened[0]?.id ?? state.activeId,
        notices: [...state.notices, ...action.notices],
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
      return { ...state, notices: [`The figure was not saved: ${action.message}`] }
    case 'messages-dismissed':
      return { ...state, problems: [], notices: [] }
    case 'tensor-chosen':
      return { ...state, activeId: action.id }
    case 'view-changed': {
      const { query: _query, cell: _cell, ...lasting } = action.settings
      const changed = withActiveView(state, (view) => ({ ...view, ...action.settings }))
      return { ...changed, kept: { ...state.kept, ...lasting } }
    }
    case 'cell-pinned':
      return withActiveView(state, ({ cell: _cell, ...view }) => {
        return action.cell === undefined ? view : { ...view, cell: [...action.cell] }
      })
  }
}

export function activeTensor(state: AppState): OpenTensor | undefined {
  return state.open.find(({ id }) => id === state.activeId)
}

function withActiveView(state: AppState, change: (view: View) => View): AppState {
  const open = state.open.map((each) => {
    return each.id === state.activeId ? { ...each, view: change(each.view) } : each
  })
  return { ...state, open }
}
