import { type Plots } from '../layout/LayoutInput'
import { type LegendEntry } from '../layout/legendLayout'
import { cellsInWindow, type Windows } from '../tensor/Windows'
import { type SeenCounts } from './AbsentCounts'
import { type TextInput } from './captionsOf'
import { absentEntries, beyondEntries, fadedEntry, unalignedEntry } from './legendEntries'
import { windowsOfPlot } from './seenCells'

/** Returns the legend. While a part is in view, its entries have the room of those of the whole figure. */
export function legendOf(inputs: Plots<TextInput>): readonly LegendEntry[] {
  const [main] = inputs
  const { counts, windows = {} } = main
  const entries = entriesOf(inputs, counts, windows)
  if (counts.seen === undefined) return entries
  const { seen: _seen, ...whole } = counts
  const rooms = entriesOf(inputs, whole, {})
  return entries.map(({ kind, text }, k) => ({ kind, text, room: rooms[k]?.text ?? '' }))
}

function entriesOf(
  inputs: Plots<TextInput>,
  counts: SeenCounts,
  windows: Windows,
): readonly LegendEntry[] {
  const [main] = inputs
  const { matrix, colorScale, bins, hasOwnBars = false, isMarked } = main
  const columnCount = columnsIn(inputs, counts.seen === 'many' ? {} : windows)
  // The ends of the colors may differ from panel to panel; then the bars name what is beyond them.
  const beyond = hasOwnBars ? [] : beyondEntries(counts, colorScale, bins)
  const last = beyond.findLast(({ text }) => text !== '')
  const marked = beyond.map((entry) => {
    const { kind, text } = entry
    return { kind, text: isMarked && entry === last ? `${text}, marked at the edges` : text }
  })
  return [
    ...absentEntries(counts),
    ...unalignedEntry(counts, matrix, whoseQuery(inputs), columnCount),
    ...marked,
    ...fadedEntry(main),
  ]
}

/** Returns the number of columns in view. */
function columnsIn(inputs: Plots<TextInput>, windows: Windows): number {
  return inputs.reduce((sum, { matrix }) => {
    const own = windowsOfPlot(windows, matrix, inputs.length)
    const [first, end] = cellsInWindow(own.columns, matrix.columnCount)
    return sum + Math.max(0, end - first)
  }, 0)
}

/** Returns the word for the query of a figure's plots. */
export function whoseQuery({ length }: Plots<TextInput>): 'this' | 'its' {
  return length === 1 ? 'this' : 'its'
}
