import { LayerLines, TokenLines } from './LineList'
import { type SettingRow } from './SettingRow'

/** What stands beside the cells. */
export const profileRows: readonly SettingRow[] = [
  {
    key: 'profiles',
    name: 'Profiles',
    help: 'Mean, 10–90 % and extremes of each token and layer, beside the cells.',
    control: { kind: 'check' },
  },
  {
    key: 'token_lines',
    name: 'Lines of tokens',
    help: 'Shift and a click, or Shift+Enter, adds the token of a cell.',
    control: { kind: 'own', Control: TokenLines },
    isShown: ({ view }) => view.profiles,
  },
  {
    key: 'layer_lines',
    name: 'Lines of layers',
    help: 'With Ctrl too, its layer.',
    control: { kind: 'own', Control: LayerLines },
    isShown: ({ view }) => view.profiles,
  },
]
