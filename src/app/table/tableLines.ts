import { rowText } from '../../layout/tokenLabelText'
import { wordsOf } from '../../tensor/Axes'
import { layerOfRow, type Matrix } from '../../tensor/Matrix'
import { longestValue, type Sheet } from './Sheet'
import { type LineSpace } from './useScrolled'

/** Width of a character of the table, and of the room beside a text, in units of the page's text size. */
const CHARACTER = 0.56
const BESIDE = 1.2
/** Least and greatest number of characters of a column. */
const CHARACTERS = { least: 7, greatest: 26 } as const
/** Greatest number of characters for which the first column has room, and the width of those of the corner. */
const MOST_HEAD = 14
const CORNER = 0.84
/** Height of a row in units of the page's text size: at least 24 CSS pixels, so that it can be pressed. */
const ROW = 1.75

/** Returns the rows and columns of a table in CSS pixels. All columns are as wide as the longest value. */
export function tableLines(sheet: Sheet): {
  readonly rows: LineSpace
  readonly columns: LineSpace
} {
  const em = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 14
  const widthOf = (characters: number): number => {
    const { least, greatest } = CHARACTERS
    const shown = Math.max(least, Math.min(greatest, characters))
    return Math.ceil((shown * CHARACTER + BESIDE) * em)
  }
  const size = Math.max(24, Math.ceil(ROW * em))
  const { matrix, rows, columns } = sheet
  const textOfRow = rowText(matrix)
  const lengthOf = (place: number): number => textOfRow(layerOfRow(matrix, rows.at(place))).length
  const labels = rows.count === 0 ? 0 : Math.max(lengthOf(0), lengthOf(rows.count - 1))
  return {
    rows: { count: rows.count, size, head: size },
    columns: {
      count: columns.count,
      size: widthOf(longestValue(sheet)),
      head: widthOf(Math.min(MOST_HEAD, Math.max(labels, CORNER * cornerText(matrix).length))),
    },
  }
}

/** Returns the text of the corner: what the rows and the columns are. */
export function cornerText({ tensor }: Matrix): string {
  const { row, column } = wordsOf(tensor)
  return `${row.name} \\ ${column.name}`
}
