import { type CellIndex } from '../../analysis/Statistics'
import { rowText, tokenLabelText } from '../../layout/tokenLabelText'
import { wordsOf } from '../../tensor/Axes'
import { type Matrix } from '../../tensor/Matrix'
import { sequenceIndex } from '../../tensor/Tensor'
import { cutText } from '../../text/cutText'
import { focusFigure } from '../figure/FigurePanel'
import { goToPlace, type Travel } from '../reading/goTo'
import { windowsOfRange } from '../zoom/windowsOfRange'
import { type Command } from './Command'

/** Most layers, and most tokens, that are listed for a text. */
const MOST = 6

/** Longest text of a token in the list, in UTF-16 units. */
const LONGEST = 60

/** A text without the noun before it, and whether it had that noun. */
export interface SoughtToken {
  readonly text: string
  readonly isNamed: boolean
}

/** Returns the token that a text seeks: `token plum`, `go to token plum` and `plum` seek `plum`. */
export function soughtToken(text: string, { tensor }: Pick<Matrix, 'tensor'>): SoughtToken {
  return withoutNoun(text, wordsOf(tensor).column.one, 'token')
}

function withoutNoun(text: string, ...nouns: readonly string[]): SoughtToken {
  const said = text.replace(/^\s*(?:(?:go|jump) to|show|find) +/iu, '')
  const noun = nouns.find((each) => said.toLowerCase().startsWith(`${each.toLowerCase()} `))
  const rest = noun === undefined ? text : said.slice(noun.length + 1)
  return { text: rest.trim(), isNamed: noun !== undefined }
}

/** Returns the command that leads to the field that searches for tokens; none if the figure has no such field. */
export function searchCommands({ column }: ReturnType<typeof wordsOf>): readonly Command[] {
  const field = document.querySelector<HTMLInputElement>('.token-search input')
  const terms = ['search', 'find', 'seek', 'jump', 'range']
  return field === null
    ? []
    : [{ name: `Go to ${column.one}…`, terms, run: () => field.focus({ preventScroll: true }) }]
}

/** Returns commands that go to the layers that a text names: `layer 76`. */
export function layerCommands(text: string, travel: Travel): readonly Command[] {
  const { matrix } = travel.model.current.basis
  const { row } = wordsOf(matrix.tensor)
  const labelOf = rowText(matrix)
  return layersNamed(text, matrix).map((layerIndex) => ({
    name: `Go to ${row.one} ${cutText(labelOf(layerIndex), LONGEST)}`,
    run: () => go(travel, { layerIndex }),
  }))
}

/** Returns the first layers whose labels begin with the one that a text names, and before them those that have it. */
export function layersNamed(text: string, matrix: Matrix): readonly number[] {
  const { row } = wordsOf(matrix.tensor)
  const sought = withoutNoun(text, row.one, ...(matrix.tensor.atLayer ? [] : ['layer']))
  if (!sought.isNamed || sought.text === '') return []
  const wanted = sought.text.toLowerCase()
  const labelOf = rowText(matrix)
  const found: number[] = []
  const exact: number[] = []
  for (let layer = 0; layer < matrix.layerCount; layer++) {
    const label = labelOf(layer)
    if (!label.toLowerCase().startsWith(wanted)) continue
    const isExact = label.length === wanted.length
    if (!isExact && found.length >= MOST) continue
    if (isExact) exact.push(layer)
    else found.push(layer)
  }
  return [...exact, ...found].slice(0, MOST)
}

/** Returns the command that shows the ranges of layers and tokens in a text: `layers 70–80, tokens 5,000–6,000`. */
export function rangeCommands(text: string, travel: Travel): readonly Command[] {
  const windows = windowsOfRange(text, travel.model)
  return typeof windows === 'object'
    ? [{ name: `Show ${text.trim()}`, run: () => travel.onZoom(windows) }]
    : []
}

/** Returns commands that go to tokens, which are 0-based indices in the query's list. */
export function tokenCommands(tokens: readonly number[], travel: Travel): readonly Command[] {
  const { matrix } = travel.model.current.basis
  const { tensor, queryIndex, labels = 'visible' } = matrix
  const { column } = wordsOf(tensor)
  return tokens.slice(0, MOST).map((tokenIndex) => {
    const text = tokenLabelText(tensor, queryIndex, tokenIndex, labels)
    const index = sequenceIndex(tensor, tokenIndex)
    const name = text === undefined ? String(index) : `“${cutText(text, LONGEST)}” (${index})`
    return { name: `Go to ${column.one} ${name}`, run: () => go(travel, { tokenIndex }) }
  })
}

function go(travel: Travel, place: Partial<CellIndex>): void {
  goToPlace(travel, place)
  focusFigure({ preventScroll: true })
}
