import { type PlotLayout } from '../layout/FigureLayout'
import { cellMarkRect } from '../layout/PlotGrid'
import { columnOfToken, rowOfLayer } from '../tensor/Matrix'
import { cellsInWindow, type Windows } from '../tensor/Windows'
import { type FigureBasis } from './figureBasis'
import { type SeenCells } from './seenCells'

/** Size of a mark, and its distance from the plot, in CSS pixels: on the screen and on paper. */
const SIZES = { screen: { size: 4, gap: 1.5 }, paper: { size: 2.25, gap: 0.5 } } as const
/** Marks whose middles are nearer to each other than this, in CSS pixels, are one line. */
const NEAR = 24
/** Least length of that line; a shorter one is a triangle. */
const LEAST_LINE = 10
/** Height of that line as a share of the size of a mark. */
const LINE = 0.4

/** A point of a mark: along the edge, and away from the plot. */
type Point = readonly [along: number, away: number]
/** The place of a column or row along its edge. */
type Span = readonly [first: number, last: number]

/**
 * Returns the path of the marks at the upper and the right edge of a plot: triangles that point at columns and rows with
 * cells beyond the colors, lines along neighbours, and at the ends of the edges triangles that point to the farthest
 * such cells outside the view. Empty if there are none.
 */
export function edgeMarks(
  basis: FigureBasis,
  seen: SeenCells,
  { grid, style }: Pick<PlotLayout, 'grid' | 'style'>,
  windows: Windows,
): string {
  const { x, y, width, height } = grid.plot
  const { size, gap } = SIZES[style.tick.isEmbedded === true ? 'paper' : 'screen']
  const above = ([along, away]: Point): string => `${round(along)},${round(y - gap - away)}`
  const beside = ([along, away]: Point): string =>
    `${round(x + width + gap + away)},${round(along)}`
  const cell = {
    columnIndex: Math.floor(grid.columns.start),
    rowIndex: Math.floor(grid.layers.start),
  }
  const columns = seen.columns.flatMap((columnIndex): Span[] => {
    const rect = cellMarkRect(grid, { ...cell, columnIndex })
    return rect === undefined ? [] : [[rect.x, rect.x + rect.width]]
  })
  const rows = seen.rows.flatMap((rowIndex): Span[] => {
    const rect = cellMarkRect(grid, { ...cell, rowIndex })
    return rect === undefined ? [] : [[rect.y, rect.y + rect.height]]
  })
  const outside = outsideOf(basis, seen, windows)
  const isDown = grid.isUpward ? -1 : 1
  return [
    ...marksAt(columns, size).map((points) => shape(points.map(above))),
    ...marksAt(rows, size).map((points) => shape(points.map(beside))),
    ...outside.columns.map((side) => shape(arrow([x, x + width], side, size).map(above))),
    ...outside.rows.map((side) =>
      shape(arrow([y, y + height], side === isDown ? 1 : -1, size).map(beside)),
    ),
  ].join('')
}

function shape(points: readonly string[]): string {
  return `M${points.join('L')}Z`
}

function round(length: number): number {
  return Number(length.toFixed(2))
}

/** Returns the corners of each mark: a triangle for one column or row, a line along neighbours and near ones. */
function marksAt(spans: readonly Span[], size: number): readonly (readonly Point[])[] {
  const groups: { readonly first: number; readonly last: number; readonly middle: number }[] = []
  for (const [first, last] of spans.toSorted(([a], [b]) => a - b)) {
    const middle = (first + last) / 2
    const before = groups.at(-1)
    const isNear = before !== undefined && middle - before.middle < NEAR
    if (isNear) groups[groups.length - 1] = { first: before.first, last, middle }
    else groups.push({ first, last, middle })
  }
  return groups.map(({ first, last, middle: lastMiddle }) => {
    const middle = (first + last) / 2
    const isLine = lastMiddle > middle && last - first > LEAST_LINE
    const high = size * LINE
    return isLine
      ? [
          [first, 0],
          [last, 0],
          [last, high],
          [first, high],
        ]
      : [
          [middle, 0],
          [middle + size * 0.9, size],
          [middle - size * 0.9, size],
        ]
  })
}

/** Returns a triangle at one end of an edge that points along it, away from the other end. */
function arrow([first, last]: Point, side: 1 | -1, size: number): readonly Point[] {
  const end = side === 1 ? last : first
  return [
    [end, size / 2],
    [end - side * size, 0],
    [end - side * size, size],
  ]
}

type Side = 1 | -1

/** Returns the sides of the view on which the lowest or the highest cell is, if it is beyond the colors and not in view. */
function outsideOf(
  { matrix, statistics, counts }: FigureBasis,
  { counts: seen }: SeenCells,
  windows: Windows,
): { readonly columns: readonly Side[]; readonly rows: readonly Side[] } {
  if (seen === undefined) return { columns: [], rows: [] }
  const cells = [
    ...(counts.above > seen.above ? [statistics.maxCell] : []),
    ...(counts.below > seen.below ? [statistics.minCell] : []),
  ].filter((cell) => cell !== undefined)
  const columns = cells.map(({ tokenIndex }) => columnOfToken(matrix, tokenIndex))
  const rows = cells.map(({ layerIndex }) => rowOfLayer(matrix, layerIndex))
  return {
    columns: sidesOf(columns, cellsInWindow(windows.columns, matrix.columnCount)),
    rows: sidesOf(rows, cellsInWindow(windows.layers, matrix.layerCount)),
  }
}

function sidesOf(
  indices: readonly number[],
  [first, end]: readonly [first: number, end: number],
): readonly Side[] {
  return ([-1, 1] as const).filter((side) =>
    indices.some((index) => (side === -1 ? index < first : index >= end)),
  )
}
