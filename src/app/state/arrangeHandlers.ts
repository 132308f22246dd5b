import { type AppState, type OpenTensor } from './AppState'

/** The change of an open tensor by a file of tokens. */
export interface NamedTokens {
  /** The changed tensor; absent if the tokens do not fit it. */
  readonly named?: Pick<OpenTensor, 'id' | 'tensor' | 'found'>
  /** Sentence about what was done, or why nothing was. */
  readonly notice: string
}

/** The fields of the actions that arrange a foreign file's dimensions and tokens, by type. */
export interface ArrangeActions {
  /** Shows or hides the axes of the active tensor. */
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

/** The state after an action that arranges, by its type. */
export const arrangeHandlers: ArrangeHandlers = {
  'axes-shown': (state, { isShown }) => changed(state, state.activeId, { hasAxes: isShown }),
  'axes-arranged': (state, { opened }) => changed(state, opened.id, opened),
  'axes-named': (state, { named, notice }) => {
    const next = { ...state, loading: undefined, notices: [...state.notices, notice] }
    return named === undefined ? next : changed(next, named.id, named)
  },
}

/**
 * Returns a tensor that shows its axes if their arrangement is uncertain, or if a dimension is fixed at one of several
 * indices.
 */
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
