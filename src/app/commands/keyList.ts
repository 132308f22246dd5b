import { actions } from './actions'

/** The keys of the page that are no commands, for readers. */
const plainKeys: readonly (readonly [keys: string, does: string])[] = [
  ['Ctrl + K, ⌘ K', 'find any command, setting, token or layer'],
  ['Tab', 'focus the figure'],
  ['← → ↑ ↓', 'move by one cell, and on to the next panel'],
  ['Ctrl + arrow', 'go to the edge in that direction'],
  ['Home, End', 'go to the first or last column'],
  ['PageUp, PageDown', 'move five layers up or down; of very many panels, turn the page'],
  ['Ctrl + Home, End', 'go to the top left or bottom right cell'],
  ['Escape', 'unpin the cell; end a flick; of a query opened from panels, go back to them'],
  ['Shift + Enter', 'draw the token of the cell in the profiles; with Ctrl, its layer'],
  ['Shift + ← →', 'move the view to the left or right'],
  ['Delete', 'close the tensor of the focused tab'],
  ['arrows, Home, End in the table', 'move, with Ctrl to the edge'],
  ['Enter in the table', 'read the cell in the figure; on a header, sort'],
]

/** All keys with what they do. */
export const keyList: readonly (readonly [keys: string, does: string])[] = [
  ...plainKeys,
  ...actions.flatMap(({ keys, name }) =>
    keys === undefined ? [] : [[keys, `${name.charAt(0).toLowerCase()}${name.slice(1)}`] as const],
  ),
]
