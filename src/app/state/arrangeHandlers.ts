import { type TokenFile } from '../../formats/foreign/Format'
import { confirmed } from '../../tensor/unconfirmed'
import {
  activeTensor,
  withCopyNumber,
  withMessages,
  type AppState,
  type OpenTensor,
} from './AppState'
import { namedTokens } from './namedTokens'

/** The fields of the actions that arrange a foreign file's dimensions and tokens, by type. */
export interface ArrangeActions {
  /** Shows or hides the axes of the active tensor. */
  readonly 'axes-shown': { readonly isShown: boolean }
  readonly 'axes-arranged': { readonly opened: OpenTensor }
  /** Gives the tokens of a file to the tensor `id`, by default the active one. */
  readonly 'axes-named': {
    readonly fileName: string
    readonly tokens: TokenFile
    readonly id?: number | undefined
  }
}

type ArrangeHandlers = {
  readonly [Type in keyof ArrangeActions]: (
    state: AppState,
    action: ArrangeActions[Type],
  ) => AppState
}

/** The state after an action that arranges, by its type. */
export const arrangeHandlers: ArrangeHandlers = {
  'axes-shown': (state, { isShown }) => {
    const active = activeTensor(state)
    // Whoever closes a question has answered it.
    const change = active === undefined || isShown ? {} : confirmation(active)
    return withChanged(state, state.activeId, { ...change, hasAxes: isShown })
  },
  'axes-arranged': (state, { opened }) => {
    const { naming } = state.open.find(({ id }) => id === opened.id) ?? {}
    // The tokens may have come after the arrangement began, which converts no ids into texts in any case.
    const named = naming && namedTokens(opened, '', naming).named
    return withChanged(state, opened.id, withCopyNumber({ ...opened, ...named }, state.open))
  },
  'axes-named': (state, { fileName, tokens, id = state.activeId }) => {
    const open = state.open.find((each) => each.id === id)
    const { named, notice } = namedTokens(open, fileName, tokens)
    const next = withMessages(state, { notices: [notice] })
    return named === undefined ? next : withChanged(next, named.id, named)
  },
}

/** Returns the change that confirms the arrangement of a foreign file's tensor, if it was a guess. */
function confirmation({ tensor, found }: OpenTensor): Partial<OpenTensor> {
  if (found === undefined || found.isCertain) return {}
  return { tensor: confirmed(tensor), found: { ...found, isCertain: true } }
}

/**
 * Returns a tensor that shows its axes if something is to be asked: their arrangement is uncertain, a dimension is fixed
 * at one of several indices, a number may stand for masked cells, or a token list is one too long or too short.
 */
export function withAxesToAsk(open: OpenTensor): OpenTensor {
  if (open.found === undefined) return open
  const { file, choice, isCertain, mask, nearTokens } = open.found
  const { dimensions = [] } = file.arrays[choice.arrayIndex] ?? {}
  const isFixed = dimensions.some(
    ({ size }, i) => size > 1 && typeof choice.arrangement[i] === 'number',
  )
  const isMasked = mask !== undefined && !choice.isMaskMissing
  const isNear = nearTokens !== undefined && !choice.isShifted
  return { ...open, hasAxes: !isCertain || isFixed || isMasked || isNear }
}

/** Returns the state with a change of the open tensor `id`, if it is open. */
export function withChanged(
  state: AppState,
  id: number | undefined,
  change: Partial<OpenTensor>,
): AppState {
  const open = state.open.map((each) => (each.id === id ? { ...each, ...change } : each))
  return { ...state, open }
}
