import { type TokenFile } from '../../formats/tokens/TokenFile'
import { withTokens } from '../../formats/tokens/withTokens'
import { type AppState, type OpenTensor } from '../state/appState'

/** What the reader of the page says of a foreign file's dimensions and tokens. */
export type ArrangeAction =
  /** Undefined hides the axes. */
  | { readonly type: 'axes-shown'; readonly id: number | undefined }
  | { readonly type: 'axes-arranged'; readonly opened: OpenTensor }
  | { readonly type: 'axes-named'; readonly fileName: string; readonly tokens: TokenFile }

export function isArrangeAction(action: { readonly type: string }): action is ArrangeAction {
  return action.type.startsWith('axes-')
}

export function afterArranging(state: AppState, action: ArrangeAction): AppState {
  switch (action.type) {
    case 'axes-shown':
      return { ...state, axesId: action.id }
    case 'axes-arranged': {
      const { opened } = action
      return { ...state, open: state.open.map((each) => (each.id === opened.id ? opened : each)) }
    }
    case 'axes-named':
      return afterNaming(state, action)
  }
}

function afterNaming(
  state: AppState,
  { fileName, tokens }: Extract<ArrangeAction, { readonly type: 'axes-named' }>,
): AppState {
  const index = state.open.findIndex(({ id }) => id === state.activeId)
  const active = state.open[index]
  const named = active && withTokens(active.tensor, active.view.query, tokens)
  const told =
    typeof named === 'object'
      ? 'names the tokens'
      : (named ?? 'holds tokens; open its tensor first')
  const notices = [...state.notices, `“${fileName}” ${told}.`]
  if (active === undefined || typeof named !== 'object')
    return { ...state, loading: undefined, notices }
  const { found } = active
  const lists = tokens.kind === 'texts' ? tokens.lists : []
  const tokenLists = [...lists, ...(found?.file.tokenLists ?? [])]
  const opened = {
    ...active,
    tensor: named,
    // An arrangement that is made later finds them too.
    ...(found && { found: { ...found, file: { ...found.file, tokenLists } } }),
  }
  return { ...state, loading: undefined, notices, open: state.open.with(index, opened) }
}
