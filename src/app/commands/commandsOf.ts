import { offeredKinds } from '../../export/exportKinds'
import { inOwnWords } from '../../tensor/Axes'
import { type Tensor } from '../../tensor/Tensor'
import { type ViewSettings } from '../../tensor/View'
import { visibleProse } from '../../text/visibleText'
import { comparisons } from '../compare/CompareMenu'
import { dockPanels } from '../dock/useDock'
import { copyKinds } from '../export/ExportMenu'
import { samples } from '../open/samples'
import { activeTensor, tabName, type OpenTensor } from '../state/AppState'
import { actions, travelOf } from './actions'
import { findCommands, type Command } from './Command'
import { type CommandContext } from './CommandContext'
import { layerCommands, rangeCommands, tokenCommands } from './placeCommands'
import { settingCommands, typedSettings, type SettingInput } from './settingCommands'

/** Returns every command of the page as it is now, except those that need a text: see `commandsFor`. */
export function commandsOf(context: CommandContext): readonly Command[] {
  const open = activeTensor(context.state)
  return [
    ...actionCommands(context, open?.tensor),
    ...(open === undefined ? [] : [...exportCommands(open, context), ...panelCommands(context)]),
    ...(open === undefined ? [] : settingCommands(settingInput(open, context))),
    ...fileCommands(context),
  ]
}

/** Returns the commands that a text describes, the best first: those with a value, a layer or a token in it, and others. */
export function commandsFor(
  text: string,
  all: readonly Command[],
  context: CommandContext,
  tokens: { readonly hits: readonly number[]; readonly isNamed: boolean },
): readonly Command[] {
  const open = activeTensor(context.state)
  const found = findCommands(all, text)
  const travel = travelOf(context)
  if (open === undefined || travel === undefined || text.trim() === '') return found
  const goTokens = tokenCommands(tokens.hits, travel)
  const commands = [
    ...layerCommands(text, travel),
    ...(tokens.isNamed ? goTokens : []),
    ...typedSettings(text, settingInput(open, context)),
    ...rangeCommands(text, travel),
    ...found,
    ...(tokens.isNamed ? [] : goTokens),
  ]
  // An option may be typed too. It is then listed once.
  return [...new Map(commands.toReversed().map((each) => [each.name, each])).values()].toReversed()
}

function settingInput(open: OpenTensor, { figure, dispatch }: CommandContext): SettingInput {
  const scale = figure?.model.current.basis.colorScale
  return { open, ends: scale && [scale.low, scale.high], dispatch }
}

function actionCommands(context: CommandContext, tensor: Tensor | undefined): readonly Command[] {
  return actions
    .filter(({ isOffered }) => isOffered?.(context) ?? true)
    .map(({ name, run, terms, keys }) => ({
      terms,
      keys,
      name: tensor === undefined ? name : inOwnWords(name, tensor),
      run: () => run(context),
    }))
}

function exportCommands(open: OpenTensor, context: CommandContext): readonly Command[] {
  const { exporter, onCompare, dispatch } = context
  const { options } = exporter
  const saves = offeredKinds(open.view).map((kind) => ({
    name: kind.label.startsWith('Save') ? kind.label : `Save ${kind.label}`,
    terms: ['export', 'download', 'file'],
    about: kind.about,
    run: () => void exporter.save(kind, options),
  }))
  const copies = copyKinds.map(([kind, label]) => {
    const name = `Copy ${kind === 'png' || kind === 'svg' ? label : label.toLowerCase()}`
    return {
      name,
      terms: ['clipboard', ...(kind === 'link' ? ['share', 'url', 'address'] : [])],
      run: () =>
        exporter.copy(kind, options).then((isCopied) => (isCopied ? `${label} copied.` : '')),
    }
  })
  const onChange = (settings: ViewSettings): void => dispatch({ type: 'view-changed', settings })
  const compares = comparisons
    .filter(({ isOffered }) => isOffered?.(open) ?? true)
    .map(({ label, about, choose }) => ({
      name: label,
      terms: ['compare'],
      about,
      run: () => choose({ open, onCompare, onChange }),
    }))
  return [...saves, ...copies, ...compares]
}

function panelCommands({ dock }: CommandContext): readonly Command[] {
  return dockPanels.map((panel) => ({
    name: `${panel === dock.panel ? 'Hide' : 'Show'} ${panel.toLowerCase()}`,
    terms: ['panel', 'dock', 'side', 'open', 'close'],
    run: () => dock.toggle(panel),
  }))
}

function fileCommands({ state, dispatch, loader }: CommandContext): readonly Command[] {
  const tabs = state.open.length < 2 ? [] : state.open
  return [
    ...tabs.map((open) => ({
      name: `Go to tensor ${visibleProse(tabName(open))}`,
      terms: ['tab', 'file', 'switch', 'show'],
      isChosen: open.id === state.activeId,
      run: () => dispatch({ type: 'tensor-chosen', id: open.id }),
    })),
    ...samples.map((sample) => ({
      name: `Open sample ${sample.name}`,
      terms: ['example', 'demo', ...(sample.name.startsWith('stress') ? ['needle', 'noise'] : [])],
      about: sample.about,
      run: () => loader.open([sample.open()]),
    })),
  ]
}
