import { isFigureOf } from '../figure/useFigure'
import { focusFigure } from '../figure/FigurePanel'
import { goTo, goToExtreme, type Travel } from '../reading/goTo'
import { isViewKey, settingKeys } from '../../tensor/settings/settings'
import { isZoomed } from '../../tensor/Windows'
import { isChanged } from '../settings/SettingField'
import { steppedLayer } from '../controls/LayerSlider'
import { activeTensor } from '../state/AppState'
import { type CommandContext } from './CommandContext'

/** An action of the page, with the key that does the same. */
export interface Action {
  readonly name: string
  /** Other words by which it is found, in lower case. */
  readonly terms: readonly string[]
  /** Key on the figure, if there is one. */
  readonly keys?: string
  /** Returns false if the action would do nothing; default true. */
  readonly isOffered?: (context: CommandContext) => boolean
  readonly run: (context: CommandContext) => void
}

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

/** Returns the way to the cells of the active tensor's figure; undefined until it is shown. */
export function travelOf({ state, figure, store, onZoom }: CommandContext): Travel | undefined {
  const open = activeTensor(state)
  if (open === undefined || figure === undefined || !isFigureOf(figure, open)) return undefined
  return { model: figure.model, pinned: figure.pinned, windows: open.windows, store, onZoom }
}

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

function hasExtreme({ figure }: CommandContext): boolean {
  return figure?.model.current.basis.statistics.maxCell !== undefined
}

function toExtreme(context: CommandContext, step: 1 | -1): void {
  const travel = travelOf(context)
  if (travel !== undefined && goToExtreme(travel, step)) focusFigure({ preventScroll: true })
}

function hasQuery({ state }: CommandContext, step: number): boolean {
  const open = activeTensor(state)
  return open?.view.rows === 'layer' && open.tensor.queries[open.view.query + step] !== undefined
}

function hasLayer({ state }: CommandContext, step: number): boolean {
  const open = activeTensor(state)
  return open?.view.rows === 'query' && steppedLayer(open, step) !== undefined
}

function stepLayer({ state, dispatch }: CommandContext, step: number): void {
  const open = activeTensor(state)
  const layer = open && steppedLayer(open, step)
  if (layer !== undefined) dispatch({ type: 'view-changed', settings: { layer } })
}

function stepQuery({ state, dispatch }: CommandContext, step: number): void {
  const query = (activeTensor(state)?.view.query ?? 0) + step
  dispatch({ type: 'view-changed', settings: { query } })
}

/** Resets every setting that is not at its default. The query stays. */
function resetAll({ state, dispatch }: CommandContext): void {
  const open = activeTensor(state)
  if (open === undefined) return
  for (const key of settingKeys.filter(isViewKey)) {
    if (key !== 'query' && isChanged(key, open)) dispatch({ type: 'setting-reset', key })
  }
}
