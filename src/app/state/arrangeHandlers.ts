import { type AppState, type OpenTensor } from './AppState'

/** How a file of tokens changes an open tensor. */
export interface NamedTokens {
  /** Absent if its tokens are not taken. */
  readonly named?: Pick<OpenTensor, 'id' | 'tensor' | 'found'>
  /** Says what was done, or why it was not. */
  readonly notice: string
}

/** By type of action: how the dimensions and tokens of a foreign file are arranged. */
export interface ArrangeActions {
  /** For the active tensor. */
  readonly 'axes-shown': { readonly isShown: boolean }
  readonly 'axes-arranged': { readonly opened: OpenTensor }
  readonly 'axes-named': NamedTokens
}

type ArrangeHandlers = {
  readonly [Type in keyof ArrangeActions]: (
    state: AppState,
    action: ArrangeActions[Type],
  ) => AppState
}

/** The state after each action that arranges. */
export const arrangeHandlers: ArrangeHandlers = {
  'axes-shown': (state, { isShown }) => changed(state, state.activeId, { hasAxes: isShown }),
  'axes-arranged': (state, { opened }) => changed(state, opened.id, opened),
  'axes-named': (state, { named, notice }) => {
    const next = { ...state, loading: undefined, notices: [...state.notices, notice] }
    return named === undefined ? next : changed(next, named.id, named)
  },
}

/** The axes are shown where it is not certain which is which, and where one is fixed at an index to be chosen. */
export function withAxesToAsk(open: OpenTensor): OpenTensor {
  if (open.found === undefined) return open
  const { file, choice, isCertain } = open.found
  const { dimensions = [] } = file.arrays[choice.arrayIndex] ?? {}
  const isFixed = dimensions.some(
    ({ size }, i) => size > 1 && typeof choice.arrangement[i] === 'number',
  )
  return { ...open, hasAxes: !isCertain || isFixed }
}

function changed(state: AppState, id: number | undefined, change: Partial<OpenTensor>): AppState {
  const open = state.open.map((each) => (each.id === id ? { ...each, ...change } : each))
  return { ...state, open }
}
