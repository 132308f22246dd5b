import { type AppState, type OpenTensor } from './appState'
import { type NamedTokens } from '../arrange/namedTokens'

/** What the reader of the page says of a foreign file's dimensions and tokens. */
export type ArrangeAction =
  /** Of the active tensor. */
  | { readonly type: 'axes-shown'; readonly isShown: boolean }
  | { readonly type: 'axes-arranged'; readonly opened: OpenTensor }
  | ({ readonly type: 'axes-named' } & NamedTokens)

export function isArrangeAction(action: { readonly type: string }): action is ArrangeAction {
  return action.type.startsWith('axes-')
}

export function afterArranging(state: AppState, action: ArrangeAction): AppState {
  switch (action.type) {
    case 'axes-shown':
      return changed(state, state.activeId, { hasAxes: action.isShown })
    case 'axes-arranged':
      return changed(state, action.opened.id, action.opened)
    case 'axes-named':
      return afterNaming(state, action)
  }
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

function afterNaming(state: AppState, { named, notice }: NamedTokens): AppState {
  const next = { ...state, loading: undefined, notices: [...state.notices, notice] }
  return named === undefined ? next : changed(next, named.id, named)
}
