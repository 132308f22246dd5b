import { expect, it } from 'vitest'
import { moveInTable } from '../../../../src/app/table/moveInTable'

const size = { rowCount: 30, columnCount: 9, pageRows: 10 }

function moved(key: string, row: number, column: number): string | undefined {
  const [name = '', isCtrl] = key.split('+').toReversed()
  const to = moveInTable({ key: name, ctrlKey: isCtrl !== undefined }, { row, column }, size)
  return to && `${to.row},${to.column}`
}

it.each([
  ['ArrowDown', '5,4'],
  ['ArrowUp', '3,4'],
  ['ArrowLeft', '4,3'],
  ['ArrowRight', '4,5'],
  ['Ctrl+ArrowDown', '29,4'],
  ['Ctrl+ArrowUp', '-1,4'],
  ['Ctrl+ArrowLeft', '4,-1'],
  ['Ctrl+ArrowRight', '4,8'],
  ['PageDown', '14,4'],
  ['PageUp', '-1,4'],
  ['Home', '4,0'],
  ['End', '4,8'],
  ['Ctrl+Home', '0,0'],
  ['Ctrl+End', '29,8'],
  ['a', undefined],
  ['toString', undefined],
])('%s moves from 4,4 to %s', (key, to) => {
  expect(moved(key, 4, 4)).toBe(to)
})

it('stays in the table, whose headers are part of it', () => {
  expect(moved('ArrowUp', 0, 0)).toBe('-1,0')
  expect(moved('ArrowUp', -1, 0)).toBe('-1,0')
  expect(moved('ArrowLeft', 0, -1)).toBe('0,-1')
  expect(moved('ArrowRight', 29, 8)).toBe('29,8')
  expect(
    moveInTable(
      { key: 'End', ctrlKey: false },
      { row: 0, column: 0 },
      {
        rowCount: 0,
        columnCount: 0,
        pageRows: 1,
      },
    ),
  ).toEqual({ row: -1, column: -1 })
})
