import { DEFAULT_AXES } from '../../tensor/Axes'
import { readCanonical } from '../canonical/readCanonical'
import { arrayNode, rowNodes, type JsonNode } from '../json/JsonNode'
import { NumberStore } from '../json/NumberStore'
import { type CsvRow } from './CsvRows'
import { addNumbers, checkLength, type CsvTable } from './CsvTable'
import { axesNode, layersNode } from './exportedDocument'
import { fieldText, matrixAxes } from './exportedForm'

/** The filled part of a row, from the first field that is not empty to the last. Lengths are in cells. */
interface Stretch {
  readonly firstToken: number
  readonly length: number
}

/**
 * Returns the table of a matrix that SimLens exported. Each row is a layer and begins with its label; labels may be any
 * text. Empty fields at the ends of a row are padding; empty fields between values are missing values.
 */
export function exportedMatrix([corner = '', ...header]: CsvRow, isComma: boolean): CsvTable {
  const { axes = DEFAULT_AXES, hasPositions = false } = matrixAxes(corner) ?? {}
  const store = new NumberStore()
  const layers: string[] = []
  const stretches: Stretch[] = []

  function add([label = '', ...fields]: CsvRow, line: number): void {
    if (line === 1) return
    checkLength(fields, header.length, line)
    const firstToken = Math.max(0, fields.findIndex(isFilled))
    const length = fields.findLastIndex(isFilled) + 1 - firstToken
    addNumbers(store, fields.slice(firstToken, firstToken + length), isComma, line)
    stretches.push({ firstToken, length })
    layers.push(fieldText(label))
  }

  return {
    cellCount: () => store.length,
    add,
    read(name) {
      const { rows, numbers, align } = aligned(stretches, store.numbers, header.length)
      const entries: [string, JsonNode][] = [
        ['values', arrayNode(rows)],
        ['align', align],
        ['layers', layersNode(layers)],
        ['axes', axesNode(axes)],
        ...tokenEntries(header, hasPositions, stretches),
      ]
      return readCanonical({ root: { kind: 'object', entries }, numbers }, name)
    },
  }
}

function isFilled(field: string): boolean {
  return field !== ''
}

interface Aligned {
  readonly rows: readonly JsonNode[]
  readonly numbers: Float64Array
  readonly align: 'start' | 'end'
}

/**
 * Returns the rows with one alignment: either all begin with the first token, or all end with the last. Other rows are
 * filled with missing values at the start.
 */
function aligned(stretches: readonly Stretch[], numbers: Float64Array, width: number): Aligned {
  const filled = stretches.filter(({ length }) => length > 0)
  const isStart = filled.every(({ firstToken }) => firstToken === 0)
  const isEnd = filled.every(({ firstToken, length }) => firstToken + length === width)
  if (isStart || isEnd) {
    const lengths = stretches.map(({ length }) => length)
    return { rows: rowNodes(lengths), numbers, align: isStart ? 'start' : 'end' }
  }
  const lengths = stretches.map(({ firstToken, length }) =>
    length === 0 ? 0 : firstToken + length,
  )
  const widened = new Float64Array(lengths.reduce((sum, length) => sum + length, 0)).fill(NaN)
  let from = 0
  let to = 0
  stretches.forEach(({ length }, row) => {
    to += lengths[row] ?? 0
    widened.set(numbers.subarray(from, from + length), to - length)
    from += length
  })
  return { rows: rowNodes(lengths), numbers: widened, align: 'start' }
}

/** Returns the entries of the tokens: their texts, or the positions of tokens without texts. */
function tokenEntries(
  header: readonly string[],
  hasPositions: boolean,
  stretches: readonly Stretch[],
): [string, JsonNode][] {
  const first = Number(header[0])
  const isCounting = header.every((text, k) => text === String(first + k))
  if (!hasPositions || !isCounting) {
    return [['tokens', arrayNode([arrayNode(header.map(fieldText))])]]
  }
  const longest = stretches.reduce((most, { length }) => Math.max(most, length), 0)
  const end = first + header.length
  // If there are more tokens than values, only the query's position records how many.
  const query: JsonNode = { kind: 'object', entries: [['position', end]] }
  const queries: [string, JsonNode] = ['queries', arrayNode([query])]
  return [['first_index', first], ...(longest < header.length ? [queries] : [])]
}
