import { type CSSProperties, type ReactNode } from 'react'
import { cellText } from '../../layout/readoutOf'
import { rowText } from '../../layout/tokenLabelText'
import { wordsOf } from '../../tensor/Axes'
import { layerOfRow } from '../../tensor/Matrix'
import { withMinus } from '../../text/rounded'
import { type TablePlace } from './moveInTable'
import { cornerText } from './tableLines'
import { canSort, columnHeader, type Sheet, type Sorts } from './Sheet'
import { linesInView, offsetOf, type LineSpace, type Scrolled } from './useScrolled'

interface GridRowsProps {
  readonly sheet: Sheet
  readonly sorts: Sorts
  /** Id of the table, with which those of its cells begin. */
  readonly id: string
  /** The place that has the focus. */
  readonly active: TablePlace
  readonly rows: LineSpace
  readonly columns: LineSpace
  readonly scrolled: Scrolled
}

/** Shows the header of a table and the rows in view. */
export function GridRows(props: GridRowsProps): ReactNode {
  const { rows, columns, scrolled } = props
  const shownColumns = numbersOf(linesInView(columns, scrolled.x))
  return [-1, ...numbersOf(linesInView(rows, scrolled.y))].map((row) => (
    <div key={row} role="row" aria-rowindex={row + 2} className={row < 0 ? 'is-head' : undefined}>
      {[-1, ...shownColumns].map((column) => (
        <TableCell key={column} {...props} place={{ row, column }} />
      ))}
    </div>
  ))
}

function numbersOf([first, end]: readonly [number, number]): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, k) => first + k)
}

interface TableCellProps extends GridRowsProps {
  readonly place: TablePlace
}

function TableCell({ id, sheet, sorts, active, place, ...lines }: TableCellProps): ReactNode {
  const { rows, columns, scrolled } = lines
  const { row, column } = place
  const sort = sortOf(sheet, sorts, place)
  const isActive = row === active.row && column === active.column
  const style = {
    ...boxOf(columns, offsetOf(columns, scrolled.x), column, ['left', 'width']),
    ...boxOf(rows, offsetOf(rows, scrolled.y), row, ['top', 'height']),
  }
  const classes = [
    'table-cell',
    isActive ? 'is-active' : '',
    sort === undefined ? '' : 'is-sortable',
  ]
  return (
    <div
      id={cellId(id, place)}
      role={roleOf(place)}
      aria-colindex={column + 2}
      aria-sort={sort}
      className={classes.join(' ')}
      style={style}
    >
      {textOf(sheet, place)}
    </div>
  )
}

/** Returns the id of a cell. */
export function cellId(id: string, { row, column }: TablePlace): string {
  return `${id}${row}.${column}`
}

function roleOf({ row, column }: TablePlace): string {
  if (row < 0) return 'columnheader'
  return column < 0 ? 'rowheader' : 'gridcell'
}

/** Returns how the table is sorted by a header; undefined if it is not a header or cannot be sorted by it. */
function sortOf(
  { rows, columns }: Sheet,
  { byColumn, byRow }: Sorts,
  { row, column }: TablePlace,
): 'ascending' | 'descending' | 'none' | undefined {
  if (row >= 0 === column >= 0 || !canSort(row < 0 ? rows : columns)) return undefined
  const sort = row < 0 ? byColumn : byRow
  if (sort?.index !== (row < 0 ? columns.at(column) : rows.at(row))) return 'none'
  return sort.isRising ? 'ascending' : 'descending'
}

function boxOf(
  { size, head }: LineSpace,
  offset: number,
  line: number,
  [start, length]: readonly ['left' | 'top', 'width' | 'height'],
): CSSProperties {
  if (line < 0) return { [start]: 0, [length]: head }
  return { [start]: head + line * size - offset, [length]: size }
}

/** Returns the text of a cell or a header. The names of the axes are for screen readers. */
function textOf({ matrix, rows, columns }: Sheet, { row, column }: TablePlace): ReactNode {
  if (row < 0 && column < 0) return cornerText(matrix)
  if (column < 0) {
    return (
      <>
        <span className="visually-hidden">{wordsOf(matrix.tensor).row.one} </span>
        <bdi>{rowText(matrix)(layerOfRow(matrix, rows.at(row)))}</bdi>
      </>
    )
  }
  const index = columns.at(column)
  if (row >= 0) return withMinus(cellText(matrix, rows.at(row), index))
  const { noun, text, note } = columnHeader(matrix, index)
  return (
    <>
      <span className="visually-hidden">{noun} </span>
      <bdi title={text}>{text}</bdi>
      <span className="visually-hidden"> {note}</span>
    </>
  )
}
