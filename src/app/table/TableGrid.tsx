import {
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { moveInTable, type TablePlace } from './moveInTable'
import { type Sheet, type Sorts } from './Sheet'
import { cellId, GridRows } from './GridRows'
import { tableLines } from './tableLines'
import {
  contentLength,
  linesInView,
  scrolledOf,
  scrollFor,
  useScrolled,
  type LineSpace,
  type Scrolling,
} from './useScrolled'

interface TableGridProps {
  readonly sheet: Sheet
  readonly sorts: Sorts
  readonly name: string
  /** Id of the element that describes the table. */
  readonly describedBy: string
  /** The place that has the focus at first. */
  readonly start: TablePlace
  /** Reads a cell in the figure. */
  readonly onRead: (place: TablePlace) => void
  /** Sorts by the column or the row of a header. */
  readonly onSort: (place: TablePlace) => void
}

/**
 * Shows a table of any size, of which only the cells in view are elements. Keys move the focus; Enter or a click reads
 * a cell, and sorts by a header.
 */
export function TableGrid(props: TableGridProps): ReactNode {
  const { sheet, name, describedBy } = props
  const id = useId()
  const { rows, columns } = useMemo(() => tableLines(sheet), [sheet])
  const { element, scrolled, readScroll, place, ...handlers } = useTableFocus(props, rows, columns)
  return (
    <div
      className="table-grid"
      ref={element}
      role="grid"
      tabIndex={0}
      aria-label={name}
      aria-describedby={describedBy}
      aria-rowcount={rows.count + 1}
      aria-colcount={columns.count + 1}
      aria-activedescendant={cellId(id, place)}
      onScroll={readScroll}
      {...handlers}
    >
      <div
        role="presentation"
        style={{ width: contentLength(columns), height: contentLength(rows) }}
      >
        <div
          role="presentation"
          className="table-view"
          style={{ width: scrolled.x.view, height: scrolled.y.view }}
        >
          <GridRows {...props} {...{ id, rows, columns, scrolled }} active={place} />
        </div>
      </div>
    </div>
  )
}

interface TableFocus extends Scrolling {
  readonly element: RefObject<HTMLDivElement | null>
  /** The place that has the focus. */
  readonly place: TablePlace
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onClick: (event: MouseEvent<HTMLElement>) => void
}

/** Returns the place of a table that has the focus, and what moves it. */
function useTableFocus(
  { start, onRead, onSort }: TableGridProps,
  rows: LineSpace,
  columns: LineSpace,
): TableFocus {
  const element = useRef<HTMLDivElement>(null)
  const { scrolled, readScroll } = useScrolled(element)
  const [active, setActive] = useState(start)
  // A zoom may have removed rows or columns.
  const place = {
    row: Math.min(active.row, rows.count - 1),
    column: Math.min(active.column, columns.count - 1),
  }
  const moveTo = (next: TablePlace): void => {
    setActive(next)
    if (element.current !== null) reveal(element.current, next, rows, columns)
    readScroll()
  }
  // The size is available only after layout.
  const begin = useRef(() => moveTo(start))
  useLayoutEffect(() => begin.current(), [])
  const act = (at: TablePlace): void => {
    if (at.row >= 0 && at.column >= 0) onRead(at)
    else onSort(at)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.metaKey) return
    const [first, end] = linesInView(rows, scrolled.y)
    const next = moveInTable(event, place, {
      rowCount: rows.count,
      columnCount: columns.count,
      pageRows: Math.max(1, end - first - 2),
    })
    if (next !== undefined) moveTo(next)
    else if (event.key === 'Enter' || event.key === ' ') act(place)
    else return
    event.preventDefault()
  }
  const onClick = ({ target }: MouseEvent<HTMLElement>): void => {
    const at = target instanceof Element ? placeOf(target) : undefined
    if (at === undefined) return
    setActive(at)
    act(at)
  }
  return { element, scrolled, readScroll, place, onKeyDown, onClick }
}

/** Scrolls the table so that a place is in view. */
function reveal(
  table: HTMLElement,
  { row, column }: TablePlace,
  rows: LineSpace,
  columns: LineSpace,
): void {
  const { x, y } = scrolledOf(table)
  table.scroll({
    left: column < 0 ? x.scroll : scrollFor(columns, x, column),
    top: row < 0 ? y.scroll : scrollFor(rows, y, row),
  })
}

/** Returns the place of the cell that contains an element. */
function placeOf(target: Element): TablePlace | undefined {
  const column = Number(target.closest('[aria-colindex]')?.getAttribute('aria-colindex') ?? NaN)
  const row = Number(target.closest('[aria-rowindex]')?.getAttribute('aria-rowindex') ?? NaN)
  return Number.isNaN(row + column) ? undefined : { row: row - 2, column: column - 2 }
}
