import { type ShownTensor } from '../../figure/ShownTensor'
import { type FoundOrigin } from '../../formats/foreign/FoundFile'
import { type Problem } from '../../tensor/TensorError'
import { type ViewSettings } from '../../tensor/View'

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

export const initialState: AppState = {
  open: [],
  activeId: undefined,
  loading: undefined,
  problems: [],
  notices: [],
  kept: {},
}

export function activeTensor(state: AppState): OpenTensor | undefined {
  return state.open.find(({ id }) => id === state.activeId)
}
