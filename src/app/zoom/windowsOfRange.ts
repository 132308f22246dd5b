import { type FigureModel } from '../../figure/figureModel'
import { type AxisWindow } from '../../tensor/BinAxis'
import { wordsOf } from '../../tensor/Axes'
import { columnOfToken, rowOfLayer, type Matrix } from '../../tensor/Matrix'
import { distanceOf, layerLabel, sequenceIndex } from '../../tensor/Tensor'
import { withoutAbsent, type Windows } from '../../tensor/Windows'
import { grouped } from '../../text/counted'
import { windowOfCells, zoomLimits } from './zoomLimits'

/** A comma, a space or a narrow space between the digits of a number. */
const SEPARATORS = /(?<=\d)[, \u00A0\u202F](?=\d{3}(?!\d))/gu

/** A range, or one number, with the noun of its axis: “layers 70–80”. */
const RANGE = /^(\D*?)\s*(\d+)(?:\s*(?:[-–—−…]|\.{2,3}|to)\s*(\d+))?$/u

/** The end of a range with another one after it. */
const BETWEEN = /[,;]|(?<=\d)\s+(?!to\b)(?=\p{L})/u

/**
 * Returns the windows that show ranges written as “layers 70–80, tokens 5,000–6,000”, with the layers' labels and the
 * tokens' indices in the sequence, both ends included. Without a noun, a range is one of tokens; an axis without a range
 * is shown whole, and one number stands for a range beside another one. In another order, the columns between the first and the last of these tokens are shown. If a
 * range has no cell, returns which ones exist: `only tokens 0–7,999`. Undefined if the text is not such ranges.
 */
export function windowsOfRange(
  text: string,
  { current: { basis, layout } }: FigureModel,
): Windows | string | undefined {
  const { matrix } = basis
  const { columns, layers, plot } = layout.grid
  const { column } = wordsOf(matrix.tensor)
  let columnWindow: AxisWindow | undefined
  let layerWindow: AxisWindow | undefined
  const parts = text.trim().replaceAll(SEPARATORS, '').split(BETWEEN)
  const found = parts.map((part) => RANGE.exec(part.trim()) ?? [])
  // A number alone is no range.
  if (found.every(([, , , end]) => end === undefined)) return undefined
  for (const [, noun = '', from = '', to = from] of found) {
    const isNamed = (names: readonly string[]): boolean => names.includes(noun.toLowerCase())
    const isRow = isNamed(rowNames(matrix))
    const isColumn = isNamed(['', 'token', 'tokens', 'column', 'columns', column.one, column.many])
    if (from === '' || !(isRow || isColumn)) return undefined
    const { length, of, count, all } = isRow
      ? {
          length: plot.height,
          of: rowsBetween(matrix, from, to),
          count: layers.cellCount,
          all: rowsOf,
        }
      : {
          length: plot.width,
          of: columnsBetween(matrix, from, to),
          count: columns.cellCount,
          all: columnsOf,
        }
    if (of === undefined) return all(matrix)
    const window = windowOfCells(of, zoomLimits(count, length))
    if (isRow) layerWindow = window
    else columnWindow = window
  }
  return withoutAbsent({ columns: columnWindow, layers: layerWindow })
}

function rowNames({ tensor }: Matrix): readonly string[] {
  const { one, many } = wordsOf(tensor).row
  return ['row', 'rows', one, many, ...(tensor.atLayer ? [] : ['layer', 'layers'])]
}

type Cells = readonly [first: number, end: number]

function rowsBetween(matrix: Matrix, from: string, to: string): Cells | undefined {
  const { tensor, layerCount } = matrix
  const labels = Array.from({ length: layerCount }, (_, layer) => layerLabel(tensor, layer))
  // Labels that are no numbers are counted.
  const indexOf = (label: string): number =>
    labels.includes(label) ? labels.indexOf(label) : Number(label)
  return cellsOf([indexOf(from), indexOf(to)], layerCount, (layer) => rowOfLayer(matrix, layer))
}

function rowsOf({ tensor, layerCount }: Matrix): string {
  const { many } = wordsOf(tensor).row
  return `only ${many} ${layerLabel(tensor, 0)}–${layerLabel(tensor, layerCount - 1)}`
}

function columnsOf({ tensor, tokenCount }: Matrix): string {
  const ends = [0, tokenCount - 1].map((token) =>
    tensor.atLayer?.hasDistance ? distanceOf(tensor, 0, token) : sequenceIndex(tensor, token),
  )
  const [first = 0, last = 0] = ends.toSorted((a, b) => a - b)
  return `only ${wordsOf(tensor).column.many} ${grouped(first)}–${grouped(last)}`
}

function columnsBetween(matrix: Matrix, from: string, to: string): Cells | undefined {
  const { tensor, tokenCount } = matrix
  // Columns of several queries by distance are numbered by it.
  const indexOf = (number: string): number =>
    tensor.atLayer?.hasDistance
      ? distanceOf(tensor, 0, Number(number))
      : Number(number) - tensor.firstIndex
  const ends = [indexOf(from), indexOf(to)] as const
  return cellsOf(ends, tokenCount, (token) => columnOfToken(matrix, token))
}

/** Returns the places from the least to the greatest of a range of indices, of which those from 0 to `count` exist. */
function cellsOf(
  [one, other]: readonly [number, number],
  count: number,
  placeOf: (index: number) => number,
): Cells | undefined {
  let [first, end] = [Infinity, 0]
  const last = Math.min(Math.max(one, other), count - 1)
  for (let index = Math.max(0, Math.min(one, other)); index <= last; index++) {
    const place = placeOf(index)
    first = Math.min(first, place)
    end = Math.max(end, place + 1)
  }
  return first < end ? [first, end] : undefined
}
