import { offeredKinds } from '../../export/exportKinds'
import { inOwnWords, wordsOf } from '../../tensor/Axes'
import { type Tensor } from '../../tensor/Tensor'
import { type ViewSettings } from '../../tensor/View'
import { visibleProse } from '../../text/visibleText'
import { comparisons } from '../compare/CompareMenu'
import { dockPanels } from '../dock/useDock'
import { fileChoices } from '../export/fileChoices'
import { copyKinds } from '../export/ExportMenu'
import { copySettings, settingsOfText } from '../settings/SettingsTransfer'
import { paperFits } from '../paper/PaperStrip'
import { samples } from '../open/samples'
import { activeTensor, tabName, type OpenTensor } from '../state/AppState'
import { actions } from './actions'
import { travelOf } from './stepping'
import { findCommands, type Command } from './Command'
import { type CommandContext } from './CommandContext'
import { layerCommands, rangeCommands, searchCommands, tokenCommands } from './placeCommands'
import { settingCommands, typedSettings, type SettingInput } from './settingCommands'

/** Returns every command of the page as it is now, except those that need a text: see `commandsFor`. */
export function commandsOf(context: CommandContext): readonly Command[] {
  const open = activeTensor(context.state)
  return [
    ...actionCommands(context, open?.tensor),
    ...(open === undefined
      ? []
      : [
          ...exportCommands(open, context),
          ...compareCommands(open, context),
          ...panelCommands(context),
          ...viewCommands(open, context),
          ...searchCommands(wordsOf(open.tensor)),
          ...settingCommands(settingInput(open, context)),
        ]),
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
    ...pasteCommands(text, context),
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
  const { exporter } = context
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
  const choices = fileChoices(open, options).flatMap((choice) =>
    choice.options.map(({ label, isChosen, chosen }) => {
      const name = `${choice.name}: ${label}`
      return {
        name,
        terms: ['export', 'option', ...choice.terms.split(' ')],
        isChosen,
        run: async () => {
          exporter.setOptions(chosen)
          return `${name}, in the files that are saved.`
        },
      }
    }),
  )
  return [...saves, ...copies, ...choices]
}

function compareCommands(
  open: OpenTensor,
  { onCompare, dispatch }: CommandContext,
): readonly Command[] {
  const onChange = (settings: ViewSettings): void => dispatch({ type: 'view-changed', settings })
  return comparisons
    .filter(({ isOffered }) => isOffered?.(open) ?? true)
    .map(({ label, about, choose }) => ({
      name: label,
      terms: ['compare'],
      about,
      run: () => choose({ open, onCompare, onChange }),
    }))
}

/** Begins a text of settings in the command bar. */
const SETTINGS = 'Settings: '

/** Returns commands that copy all settings and begin to paste them, and those on how a figure for paper is shown. */
function viewCommands(
  { view }: OpenTensor,
  { figure, fit, onFit }: CommandContext,
): readonly Command[] {
  const isOnPaper = figure?.model.size.paper !== undefined
  return [
    { name: 'Copy settings', terms: ['clipboard', 'json'], run: () => copySettings(view) },
    {
      name: 'Paste settings…',
      terms: ['clipboard', 'json', 'apply'],
      completion: SETTINGS,
      run: () => undefined,
    },
    ...(isOnPaper
      ? paperFits.map(([value, label]) => ({
          name: `Paper shown: ${label}`,
          terms: ['true size', 'fit', 'scale', 'actual'],
          isChosen: value === fit,
          run: () => onFit(value),
        }))
      : []),
  ]
}

/** Returns the command that applies settings that were typed or pasted as JSON. */
function pasteCommands(text: string, { dispatch }: CommandContext): readonly Command[] {
  const json = text.startsWith(SETTINGS) ? text.slice(SETTINGS.length) : text
  const parsed = json.trim().startsWith('{') ? settingsOfText(json) : undefined
  return parsed === undefined
    ? []
    : [
        {
          name: 'Apply these settings',
          run: () => dispatch({ type: 'settings-pasted', parsed }),
        },
      ]
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
