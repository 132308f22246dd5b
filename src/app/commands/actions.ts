import { flick, flickPair } from '../compare/flick'
import { focusFigure } from '../figure/FigurePanel'
import { goTo } from '../reading/goTo'
import { isViewKey, settingKeys } from '../../tensor/settings/settings'
import { isZoomed } from '../../tensor/Windows'
import { isChanged } from '../settings/SettingField'
import { activeTensor } from '../state/AppState'
import { type Action } from './Action'
import { type CommandContext } from './CommandContext'
import {
  hasExtreme,
  hasLayer,
  hasQuery,
  stepLayer,
  stepQuery,
  toExtreme,
  travelOf,
} from './stepping'

/** The actions that are neither settings nor entries of a list. The command bar offers them; the help lists their keys. */
export const actions: readonly Action[] = [
  {
    name: 'Open tensor…',
    terms: ['file', 'load', 'import', 'read', 'upload'],
    run: () => document.querySelector<HTMLInputElement>('.open-button input')?.click(),
  },
  {
    name: 'Next query',
    terms: ['meta token', 'forward', 'step'],
    isOffered: (context) => hasQuery(context, 1),
    run: (context) => stepQuery(context, 1),
  },
  {
    name: 'Previous query',
    terms: ['meta token', 'back', 'step'],
    isOffered: (context) => hasQuery(context, -1),
    run: (context) => stepQuery(context, -1),
  },
  {
    name: 'Next layer',
    keys: '.',
    terms: ['slider', 'rows', 'forward', 'step'],
    isOffered: (context) => hasLayer(context, 1),
    run: (context) => stepLayer(context, 1),
  },
  {
    name: 'Previous layer',
    keys: ',',
    terms: ['slider', 'rows', 'back', 'step'],
    isOffered: (context) => hasLayer(context, -1),
    run: (context) => stepLayer(context, -1),
  },
  {
    name: 'Flick: swap the two queries last compared or seen, in one frame',
    keys: 'X',
    terms: ['blink', 'toggle', 'turns', 'compare', 'before', 'after', 'back'],
    isOffered: ({ state }) => flickPair(state) !== undefined,
    run: flick,
  },
  {
    name: 'End the flick',
    terms: ['blink', 'swap', 'turns', 'stop', 'alone'],
    isOffered: ({ state }) => activeTensor(state)?.view.flick !== undefined,
    run: ({ dispatch }) => dispatch({ type: 'setting-reset', key: 'flick' }),
  },
  {
    name: 'Show the whole figure',
    keys: '0',
    terms: ['fit', 'reset zoom', 'unzoom', 'all', 'zoom out'],
    isOffered: ({ state }) => isZoomed(activeTensor(state)?.windows ?? {}),
    run: ({ onZoom }) => {
      onZoom({})
      focusFigure({ preventScroll: true })
    },
  },
  extreme('Jump to highest', ['maximum', 'max', 'largest', 'greatest', 'peak'], 'maxCell'),
  extreme('Jump to lowest', ['minimum', 'min', 'smallest', 'least'], 'minCell'),
  {
    name: 'Next of the most extreme cells',
    keys: 'N',
    terms: ['extreme', 'outlier', 'jump'],
    isOffered: hasExtreme,
    run: (context) => toExtreme(context, 1),
  },
  {
    name: 'Previous of the most extreme cells',
    keys: 'Shift + N',
    terms: ['extreme', 'outlier', 'jump'],
    isOffered: hasExtreme,
    run: (context) => toExtreme(context, -1),
  },
  byKey('Zoom in', '+', ['larger', 'magnify']),
  byKey('Zoom out', '-', ['smaller']),
  byKey('Show the panel of the cell alone', 'o', ['panel', 'open'], ({ figure }) => {
    return (figure?.model.plots.length ?? 0) > 1
  }),
  byKey('Pin or unpin the cell', 'Enter', ['mark', 'keep'], ({ store, figure }) => {
    return (store.get() ?? figure?.pinned) !== undefined
  }),
  {
    name: 'Previous view',
    keys: 'Alt + ←',
    terms: ['back', 'undo', 'history', 'zoom'],
    run: () => history.back(),
  },
  {
    name: 'Next view',
    keys: 'Alt + →',
    terms: ['forward', 'redo', 'history', 'zoom'],
    run: () => history.forward(),
  },
  {
    name: 'Unpin the cell',
    terms: ['pin', 'mark', 'clear'],
    isOffered: ({ state }) => activeTensor(state)?.cell !== undefined,
    run: ({ dispatch }) => dispatch({ type: 'cell-pinned', cell: undefined }),
  },
  {
    name: 'Sequence order',
    terms: ['sort', 'unsort', 'original', 'position', 'cluster', 'restore'],
    isOffered: ({ state }) => {
      const { order, layer_order: layerOrder } = activeTensor(state)?.view ?? {}
      return [order, layerOrder].some((each) => each !== undefined && each !== 'position')
    },
    run: ({ dispatch }) =>
      dispatch({
        type: 'view-changed',
        settings: { order: 'position', layer_order: 'position' },
      }),
  },
  {
    name: 'Axes of the file…',
    terms: ['arrange', 'transpose', 'dimensions', 'array', 'slice'],
    isOffered: ({ state }) => activeTensor(state)?.found !== undefined,
    run: ({ dispatch }) => dispatch({ type: 'axes-shown', isShown: true }),
  },
  {
    name: 'Reset all settings',
    terms: ['default', 'restore', 'clear', 'undo'],
    isOffered: ({ state }) => activeTensor(state) !== undefined,
    run: resetAll,
  },
  {
    name: 'Dismiss the messages',
    terms: ['notices', 'close', 'errors', 'hide'],
    isOffered: ({ state }) => state.problems.length + state.notices.length > 0,
    run: ({ dispatch }) => dispatch({ type: 'messages-dismissed' }),
  },
  {
    name: 'Close this tensor',
    terms: ['tab', 'file', 'remove'],
    isOffered: ({ state }) => state.open.length > 1,
    run: ({ state: { activeId }, dispatch }) => {
      if (activeId !== undefined) dispatch({ type: 'tensor-closed', id: activeId })
    },
  },
  {
    name: 'Keys and help',
    keys: '?',
    terms: ['shortcuts', 'keyboard', 'about', 'manual', 'version'],
    run: ({ onHelp }) => onHelp(),
  },
]

function extreme(name: string, terms: readonly string[], key: 'maxCell' | 'minCell'): Action {
  const cellOf = ({ figure }: CommandContext) => figure?.model.current.basis.statistics[key]
  return {
    name,
    terms: [...terms, 'value', 'extreme', 'go to'],
    isOffered: (context) => cellOf(context) !== undefined,
    run: (context) => {
      const [cell, travel] = [cellOf(context), travelOf(context)]
      if (cell === undefined || travel === undefined) return
      goTo(travel, cell)
      focusFigure({ preventScroll: true })
    },
  }
}

/** Returns the action of a key on the figure, which it presses. */
function byKey(
  name: string,
  key: string,
  terms: readonly string[],
  isOffered: Action['isOffered'] = ({ figure }) => figure !== undefined,
): Action {
  return {
    name,
    terms,
    isOffered,
    keys: key === '-' ? '−' : key.length === 1 ? key.toUpperCase() : key,
    run: () => {
      focusFigure({ preventScroll: true })
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    },
  }
}

/** Resets every setting that is not at its default. The query stays. */
function resetAll({ state, dispatch }: CommandContext): void {
  const open = activeTensor(state)
  if (open === undefined) return
  for (const key of settingKeys.filter(isViewKey)) {
    if (key !== 'query' && isChanged(key, open)) dispatch({ type: 'setting-reset', key })
  }
}
