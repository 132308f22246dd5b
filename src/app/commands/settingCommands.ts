import { colormaps } from '../../color/colormaps'
import { inOwnWords } from '../../tensor/Axes'
import { type Option } from '../../tensor/settings/Setting'
import { isViewKey, settingKeys, settingOf, type ViewKey } from '../../tensor/settings/settings'
import { parseView } from '../../tensor/View'
import { layerLabel, maxLayerCount } from '../../tensor/Tensor'
import { numberIn, lengthOf } from '../../text/lengths'
import { grouped } from '../../text/counted'
import { visibleProse } from '../../text/visibleText'
import { cutText } from '../../text/cutText'
import { pageSettings } from '../settings/pageSettings'
import { withLine } from '../reading/Reading'
import { type AppAction } from '../state/appReducer'
import { type OpenTensor } from '../state/AppState'
import { findCommands, type Command } from './Command'

/** What the commands of settings need. */
export interface SettingInput {
  readonly open: OpenTensor
  /** Ends of the shown colors; undefined if no value is finite. */
  readonly ends: readonly [low: number, high: number] | undefined
  readonly dispatch: (action: AppAction) => void
}

/** Most options of a setting that are listed, such as the queries. A number can be typed for the others. */
const MOST_OPTIONS = 500

/** Longest label of an option in UTF-16 units. */
const LONGEST = 80

/** Returns a command for each option of each setting that has an effect, and one to type each other value. */
export function settingCommands(input: SettingInput): readonly Command[] {
  return shownKeys(input.open).flatMap((key) => {
    const choices = choicesOf(key, input).slice(0, MOST_OPTIONS)
    const commands = choices.map(([value, label]) => settingCommand(key, value, label, input))
    const isFree = choices.length === 0 && ownChoices[key] === undefined
    if (isFree || key === 'domain' || isText(key)) commands.push(typing(key, input))
    return commands
  })
}

/** Returns the command that begins to type a value. */
function typing(key: ViewKey, { open }: SettingInput): Command {
  const name = inOwnWords(settingOf(key).name, open.tensor)
  return { ...wordsOf(key), name: `${name}…`, completion: `${name}: `, run: () => undefined }
}

/** Returns the settings that have an effect on a tensor in its view. */
function shownKeys(open: OpenTensor): readonly ViewKey[] {
  const isSingle = open.tensor.queries.length < 2
  return settingKeys.filter(isViewKey).filter((key) => {
    if (key === 'query') return !isSingle && open.view.rows === 'layer'
    return pageSettings[key]?.isShown?.(open) ?? true
  })
}

/** Returns the values of a setting that can be chosen, with their words. */
function choicesOf(key: ViewKey, input: SettingInput): readonly Option[] {
  const { open } = input
  const own = ownChoices[key]?.(input)
  if (own !== undefined) return own
  if (isText(key)) return open.view[key] === false ? [[undefined, 'show']] : [[false, 'hide']]
  const { schema, options = [] } = settingOf(key)
  if (schema.type === 'boolean') return [open.view[key] === true ? [false, 'off'] : [true, 'on']]
  return pageSettings[key]?.options?.(open) ?? options
}

/** The choices of settings whose values depend on the tensor. */
const ownChoices: Readonly<Partial<Record<ViewKey, (input: SettingInput) => readonly Option[]>>> = {
  query: ({ open: { tensor } }) =>
    tensor.queries
      .slice(0, MOST_OPTIONS)
      .map(({ label }, query) => [query, `${query + 1} ${visibleProse(label)}`]),
  layer: ({ open: { tensor } }) =>
    Array.from({ length: Math.min(maxLayerCount(tensor), MOST_OPTIONS) }, (_, layer) => [
      layer,
      visibleProse(layerLabel(tensor, layer)),
    ]),
  lock: ({ open: { view }, ends }) => {
    if (view.lock !== false) return [[false, 'off']]
    return ends === undefined ? [] : [[[...ends], 'on']]
  },
  token_lines: ({ open: { view, cell } }) => lineChoices(view.token_lines, cell?.[1]),
  layer_lines: ({ open: { view, cell } }) => lineChoices(view.layer_lines, cell?.[0]),
}

/** Adds the line of the pinned cell, or removes it. */
function lineChoices(
  lines: readonly number[] | undefined,
  index: number | undefined,
): readonly Option[] {
  if (index === undefined) return []
  const verb = lines?.includes(index) === true ? 'remove' : 'add'
  return [[withLine(lines, index), `${verb} that of the pinned cell`]]
}

/** Returns true for a text of the figure, which can be hidden. */
function isText(key: ViewKey): boolean {
  return key === 'caption' || key.endsWith('title')
}

/** Returns the command that gives a setting a value. An undefined value is the default. */
function settingCommand(
  key: ViewKey,
  value: unknown,
  label: string,
  { open, dispatch }: SettingInput,
): Command {
  const own = (text: string): string => inOwnWords(text, open.tensor)
  const { terms = [], about = '' } = wordsOf(key)
  return {
    about,
    terms: [...terms, ...(key === 'colormap' ? colormapTerms(value) : [])],
    name: `${own(settingOf(key).name)}: ${cutText(key === 'query' ? label : own(label), LONGEST)}`,
    isChosen: JSON.stringify(open.view[key]) === JSON.stringify(value),
    run: () =>
      dispatch(
        value === undefined
          ? { type: 'setting-reset', key }
          : { type: 'view-changed', settings: parseView({ [key]: value }).settings },
      ),
  }
}

/** Returns the words for the kind of a colormap. */
function colormapTerms(name: unknown): readonly string[] {
  const [, entry] = Object.entries(colormaps).find(([each]) => each === name) ?? []
  if (entry === undefined) return []
  return [
    entry.isDiverging ? 'diverging' : 'sequential',
    ...(entry.isColorBlindSafe ? ['color blind safe', 'colorblind'] : []),
    ...(entry.isGreySafe ? ['grey print', 'grayscale', 'greyscale', 'black and white'] : []),
  ]
}

function wordsOf(key: ViewKey): Pick<Command, 'terms' | 'about'> {
  const { terms, help } = settingOf(key)
  return { terms: [...terms, ...key.split('_')], about: help }
}

/** Returns the commands that a text with a value describes: `3.25 in`, `text size 9`, `range 0 to 0.5`, `title: Recall`. */
export function typedSettings(text: string, input: SettingInput): readonly Command[] {
  const { open } = input
  return shownKeys(open).flatMap((key) => {
    const typed = typedValue(key, text, input)
    if (typed === undefined) return []
    const isMeant =
      typed.words === '' ||
      findCommands([{ ...typing(key, input), about: '' }], typed.words).length > 0
    const { settings: parsed } = parseView({ [key]: typed.value })
    return isMeant && Object.hasOwn(parsed, key)
      ? [settingCommand(key, typed.value, typed.label, input)]
      : []
  })
}

/** A value at the end of a text, its words, and the words before it. */
interface Typed {
  readonly value: unknown
  readonly label: string
  readonly words: string
}

const NUMBER = String.raw`[-−+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?`
const ENDS = new RegExp(
  String.raw`^(.*?)[\s:=[]*(${NUMBER})\s*(?:to|,|;|\.\.\.?|…|–|\s)\s*(${NUMBER})\]?$`,
  'iu',
)
const LAST = new RegExp(String.raw`^(.*?\S)[\s:=]+(${NUMBER})$`, 'iu')
const LENGTH = /^(.*?)[\s:=]*([\d.,]+\s*(?:[a-z]+|["”″])?)$/iu

function typedValue(key: ViewKey, text: string, input: SettingInput): Typed | undefined {
  const { open } = input
  if (key === 'domain') return typedEnds(text)
  if (key === 'paper_width' || key === 'paper_height') return typedLength(text, open)
  if (isText(key)) return typedText(text, typing(key, input).completion)
  const [, words = '', digits] = LAST.exec(text.trim()) ?? []
  const number = numberOf(digits)
  if (number === undefined) return undefined
  if (key === 'query') {
    const label = open.tensor.queries[number - 1]?.label
    return label === undefined
      ? undefined
      : { value: number - 1, label: `${grouped(number)} ${visibleProse(label)}`, words }
  }
  return settingOf(key).schema.type === 'number'
    ? { value: number, label: String(number).replace('-', '−'), words }
    : undefined
}

function typedEnds(text: string): Typed | undefined {
  const [, words = '', ...ends] = ENDS.exec(text.trim()) ?? []
  const [low, high] = ends.map(numberOf)
  if (low === undefined || high === undefined) return undefined
  return { value: [low, high], label: `${low} to ${high}`.replaceAll('-', '−'), words }
}

/** Returns a length with its unit. After words about it, the unit of the view may be left out. */
function typedLength(text: string, { view: { unit } }: OpenTensor): Typed | undefined {
  const [, words = '', written = ''] = LENGTH.exec(text.trim()) ?? []
  const length = lengthOf(written, unit)
  if (length === undefined || (words === '' && !/\D$/u.test(written))) return undefined
  const label = /\D$/u.test(written) ? written : `${numberIn(unit, length)} ${unit}`
  return { value: length, label, words }
}

function typedText(text: string, completion = ''): Typed | undefined {
  const isBegun = text.toLowerCase().startsWith(completion.toLowerCase())
  const own = text.slice(completion.length).trim()
  return isBegun && own !== '' ? { value: own, label: own, words: '' } : undefined
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits.replace('−', '-'))
}
