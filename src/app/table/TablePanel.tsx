import { useId, useMemo, useState, type ReactNode } from 'react'
import { tsvText } from '../../export/csvText'
import { type FigureModel } from '../../figure/figureModel'
import { queryName } from '../../figure/plotModel'
import { wordsOf } from '../../tensor/Axes'
import { isZoomed } from '../../tensor/Windows'
import { counted, grouped } from '../../text/counted'
import { visibleProse } from '../../text/visibleText'
import { copyText } from '../base/copyText'
import { MAX_TABLE } from '../export/copyFigure'
import { type CellStore } from '../reading/CellStore'
import { type TablePlace } from './moveInTable'
import { canSort, sheetOf, sheetRows, type Sheet, type Sort, type Sorts } from './Sheet'
import { TableGrid } from './TableGrid'

interface TablePanelProps {
  readonly model: FigureModel
  readonly store: CellStore
}

/** Shows the exact values that are in view as a table, which can be sorted and copied. */
export function TablePanel({ model, store }: TablePanelProps): ReactNode {
  const { windows, current } = model
  const { basis } = current
  const [sorts, setSorts] = useState<Sorts>({})
  const [start] = useState(() => startOf(sheetOf(basis, windows), basis.matrix, store))
  const sheet = useMemo(() => sheetOf(basis, windows, sorts), [basis, windows, sorts])
  const id = useId()
  const { rows, columns } = sheet
  return (
    <>
      <p className="table-about" id={id}>
        {isZoomed(windows) ? 'In view: ' : ''}
        {sizeText(sheet)} of {queryName(basis)}, exact {visibleProse(basis.tensor.metric)}.
        {canSort(rows) || canSort(columns) ? ' Press a header to sort.' : ''}
      </p>
      <CopyTable sheet={sheet} />
      <TableGrid
        {...{ sheet, sorts, start }}
        name={`Values of ${queryName(basis)}`}
        describedBy={id}
        onRead={({ row, column }) => {
          const cell = { rowIndex: rows.at(row), columnIndex: columns.at(column) }
          store.set({ cell, matrix: basis.matrix, isShown: true })
        }}
        onSort={({ row, column }) => {
          if (row < 0 && column >= 0 && canSort(rows)) {
            setSorts({ ...sorts, byColumn: nextSort(sorts.byColumn, columns.at(column)) })
          } else if (row >= 0 && canSort(columns)) {
            setSorts({ ...sorts, byRow: nextSort(sorts.byRow, rows.at(row)) })
          }
        }}
      />
    </>
  )
}

/** Returns the sort after a press of a header: highest first, lowest first, none. */
function nextSort(sort: Sort | undefined, index: number): Sort | undefined {
  if (sort?.index !== index) return { index, isRising: false }
  return sort.isRising ? undefined : { index, isRising: true }
}

/** Returns the place of the cell that was read last, or else the first place. */
function startOf({ rows, columns }: Sheet, matrix: object, store: CellStore): TablePlace {
  const read = store.get()
  if (read?.matrix !== matrix) return { row: 0, column: 0 }
  const { rowIndex, columnIndex } = read.cell
  const row = Math.abs(rowIndex - rows.at(0))
  const column = columnIndex - columns.at(0)
  const isInside = row < rows.count && column >= 0 && column < columns.count
  return isInside ? { row, column } : { row: 0, column: 0 }
}

function sizeText({ matrix, rows, columns }: Sheet): string {
  const { row, column } = wordsOf(matrix.tensor)
  const rowsText = counted(rows.count, row.one, row.many)
  return `${rowsText} × ${counted(columns.count, column.one, column.many)}`
}

/** Copies the table as it is shown, for a spreadsheet. */
function CopyTable({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const [note, setNote] = useState('')
  const cellCount = sheet.rows.count * sheet.columns.count
  const isTooLarge = cellCount > MAX_TABLE
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(tsvText(sheetRows(sheet)))
    setNote(
      isCopied
        ? `Copied ${counted(cellCount, 'value')}.`
        : 'The browser does not let this page copy.',
    )
  }
  return (
    <div className="table-copy">
      {isTooLarge ? (
        `Zoom in to copy: a copy has at most ${grouped(MAX_TABLE)} values.`
      ) : (
        <button type="button" className="button" onClick={() => void copy()}>
          Copy
        </button>
      )}
      <span role="status">{note}</span>
    </div>
  )
}
