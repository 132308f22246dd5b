import { type ShownTensor } from '../../figure/figureBasis'
import { type TokenFile } from '../../formats/foreign/Format'
import { type FoundOrigin } from '../../formats/foreign/FoundFile'
import { type Alignment } from '../../tensor/Alignment'
import { isTensorError, type Problem } from '../../tensor/TensorError'
import { type PinnedIndex, type View, type ViewSettings } from '../../tensor/View'

/** A tensor that is open in the page, with its own view. */
export interface OpenTensor extends ShownTensor {
  readonly id: number
  /** Number in the tab's name of a file that is open more than once, from 2 on; absent for the first. */
  readonly copyNumber?: number | undefined
  /** Origin of a tensor of a foreign file; absent for any other. */
  readonly found?: FoundOrigin
  /** Tokens of a file that it was given; absent if it has its own. */
  readonly naming?: TokenFile
  /** True if its axes are shown, to be arranged; default false. */
  readonly hasAxes?: boolean
  /** View in which a figure was saved; present only if the figure carried the tensor. */
  readonly carriedView?: unknown
  /** Whole sentences about what its file was understood as. */
  readonly understood?: readonly string[]
  /** The panels from which the shown query was opened alone, with their zoom; absent if it was not. */
  readonly grid?: Pick<View, 'panels'> & Pick<ShownTensor, 'windows'>
  /** A pinned cell of a query that takes turns with one that lacks the cell; it comes back with its query. */
  readonly held?: { readonly query: number; readonly cell: PinnedIndex }
  /** Columns of its aligned axis; absent until a figure shows them. */
  readonly alignment?: Alignment
  /** Name of the tensor in a link to this page; absent if no link can name it. */
  readonly origin?: string
}

/** A query of an open tensor. */
export interface Chosen {
  readonly id: number
  readonly queryIndex: number
}

/** A file that could not be opened. */
export interface FileProblem {
  readonly fileName: string
  readonly problem: Problem
}

/** Where files come from: from the reader and from pages that the reader trusts, or from the page's address. */
export type LoadSource = 'reader' | 'address'

/** The progress of the files that are being read together. */
export interface LoadProgress {
  readonly source: LoadSource
  readonly fileName: string
  readonly fileIndex: number
  readonly fileCount: number
  readonly bytesRead: number
  /** Length of the file in bytes; 0 until it is known. */
  readonly byteCount: number
  readonly cellCount: number
  /** Finished share, 0 … 1, of a tensor that is made of open ones; absent for a file. */
  readonly share?: number
}

/** Files that wait: the name of the first one, and the number of all. */
export interface WaitingFiles {
  readonly name: string
  readonly count: number
}

/** The state of the page. */
export interface AppState {
  readonly open: readonly OpenTensor[]
  readonly activeId: number | undefined
  /** Number of tensors that were closed since the page was opened. */
  readonly closedCount: number
  /** The files that are being read: at most one of each source. */
  readonly loading: readonly LoadProgress[]
  /** The reader's files that wait for those that are being read. */
  readonly waiting: WaitingFiles | undefined
  readonly problems: readonly FileProblem[]
  readonly notices: readonly string[]
  /**
   * The operands of the last difference, the last two queries that were shown one after the other, or those of the last
   * two tensors that were opened together, whichever came last.
   */
  readonly compared?: readonly [Chosen, Chosen]
  /** Ids of tensors that were opened together and are offered to be combined; empty if there is no offer. */
  readonly offered: readonly number[]
  /** Number of problems and notices since the last dismissal that are not kept, because there are too many. */
  readonly moreCount: number
  /** Settings that the reader chose and that also apply to the next file. They contain no query and no cell. */
  readonly kept: ViewSettings
}

/** The state of a page in which nothing was opened yet. */
export const initialState: AppState = {
  open: [],
  activeId: undefined,
  closedCount: 0,
  loading: [],
  waiting: undefined,
  problems: [],
  notices: [],
  offered: [],
  moreCount: 0,
  kept: {},
}

/** Most problems and most notices that are kept. A drop of many files, or another page, could make any number. */
const MOST_MESSAGES = 8

/** Returns the state with more messages. Beyond `MOST_MESSAGES`, they are only counted. A notice is kept once. */
export function withMessages(
  state: AppState,
  { problems = [], notices = [] }: Partial<Pick<AppState, 'problems' | 'notices'>>,
): AppState {
  const allProblems = [...state.problems, ...problems]
  const allNotices = [...new Set([...state.notices, ...notices])]
  const moreCount = [allProblems, allNotices].reduce(
    (sum, { length }) => sum + Math.max(0, length - MOST_MESSAGES),
    state.moreCount,
  )
  return {
    ...state,
    problems: allProblems.slice(0, MOST_MESSAGES),
    notices: allNotices.slice(0, MOST_MESSAGES),
    moreCount,
  }
}

/** Returns the tensor that is shown; undefined if none is open. */
export function activeTensor(state: AppState): OpenTensor | undefined {
  return state.open.find(({ id }) => id === state.activeId)
}

/** Returns the name of a tensor's tab, or another name of the tensor with the number of that tab: `sims.json (2)`. */
export function tabName({ fileName, copyNumber }: OpenTensor, name = fileName): string {
  return copyNumber === undefined ? name : `${name} (${copyNumber})`
}

/** Returns a tensor with the first number that no other open tensor of its file name has. */
export function withCopyNumber(open: OpenTensor, others: readonly OpenTensor[]): OpenTensor {
  const taken = new Set(
    others
      .filter(({ id, fileName }) => id !== open.id && fileName === open.fileName)
      .map(({ copyNumber = 1 }) => copyNumber),
  )
  let number = 1
  while (taken.has(number)) number++
  return { ...open, copyNumber: number > 1 ? number : undefined }
}

/** Returns the problem to show for an error that is thrown while a file is opened. */
export function loadProblem(error: unknown): Problem {
  if (isTensorError(error)) return error.problem
  return {
    tag: 'internal',
    message: `SimLens failed while it read this file: ${error instanceof Error ? error.message : String(error)}.`,
    advice: 'This is a defect of SimLens. The open figures did not change. Please report the file.',
  }
}
