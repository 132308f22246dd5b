import { describe, expect, it } from 'vitest'
import { asLoaded, displayedOf } from '../../../../src/analysis/displayedOf'
import {
  canSort,
  columnHeader,
  sheetOf,
  sheetRows,
  type Sorts,
} from '../../../../src/app/table/Sheet'
import { tsvText } from '../../../../src/export/csvText'
import { figureBasis, type FigureBasis } from '../../../../src/figure/figureBasis'
import { cellText } from '../../../../src/layout/readoutOf'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { resolveView, type ViewSettings } from '../../../../src/tensor/View'
import { type Windows } from '../../../../src/tensor/Windows'
import { tensorOf, tensorOfRows } from '../../tensor/anyTensor'

function basisOf(tensor: Tensor, settings: ViewSettings = {}): FigureBasis {
  const view = resolveView(tensor, { axis: 'position', layers: 'down', ...settings }, {})
  return figureBasis({ tensor, displayed: displayedOf(asLoaded(tensor), view), name: 'x', view })
}

const at = (place: number): number => place

function places(count: number): number[] {
  return Array.from({ length: count }, (_, place) => place)
}

/** The values of a table as they are shown, row by row. */
function shown(basis: FigureBasis, windows: Windows = {}, sorts: Sorts = {}): string[] {
  const { matrix, rows, columns } = sheetOf(basis, windows, sorts)
  return places(rows.count).map((row) =>
    places(columns.count)
      .map((column) => cellText(matrix, rows.at(row), columns.at(column)))
      .join(' '),
  )
}

const tensor = tensorOfRows([[3, 1 / 3, -0], [NaN, 5], [-1, Infinity, 2], []])

describe('a table', () => {
  it('has the exact values, and words for cells without one', () => {
    expect(shown(basisOf(tensor))).toEqual([
      '3 0.3333333333333333 -0',
      'missing 5 padding',
      '-1 Infinity 2',
      'padding padding padding',
    ])
  })

  it('has its rows in the order of the picture, and the values as they were loaded', () => {
    const basis = basisOf(tensor, { layers: 'up', transform: 'layer-mean' })
    expect(shown(basis)[3]).toBe('3 0.3333333333333333 -0')
    expect(shown(basis)).toHaveLength(4)
  })

  it('has only what is in view', () => {
    const windows = { columns: { start: 0.5, span: 1 }, layers: { start: 2, span: 1 } }
    expect(shown(basisOf(tensor), windows)).toEqual(['-1 Infinity'])
  })

  it('is sorted by a column, by a row, or both, with cells without a value last', () => {
    const basis = basisOf(tensor)
    const byColumn = (index: number, isRising: boolean): string[] =>
      shown(basis, {}, { byColumn: { index, isRising } }).map((row) => row.split(' ')[index] ?? '')
    expect(byColumn(1, false)).toEqual(['Infinity', '5', '0.3333333333333333', 'padding'])
    expect(byColumn(0, true)).toEqual(['-1', '3', 'missing', 'padding'])
    const byRow = { index: 2, isRising: true }
    expect(shown(basis, {}, { byRow })[2]).toBe('-1 2 Infinity')
    const both = shown(basis, {}, { byRow, byColumn: { index: 0, isRising: false } })
    expect(both[0]).toBe('3 -0 0.3333333333333333')
    expect(both[1]).toBe('-1 2 Infinity')
  })

  it('is not sorted by what is not in view', () => {
    const windows = { columns: { start: 0, span: 1 } }
    const sorts = { byColumn: { index: 1, isRising: false } }
    expect(shown(basisOf(tensor), windows, sorts)).toEqual(['3', 'missing', '-1', 'padding'])
  })

  it('is not sorted if it has one row, or too many', () => {
    expect([0, 1, 2, 262_144, 262_145].map((count) => canSort({ count, at }))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
  })

  it('names columns by index, text and distance, and those without a token', () => {
    const two = tensorOf({
      queries: [
        { rows: [[1, 2]], uncoveredCount: 0, gap: 0 },
        { rows: [[1, 2, 3]], uncoveredCount: 0, gap: 0 },
      ],
      align: 'start',
      firstIndex: 4,
      tokenKind: 'own',
    })
    const { matrix } = sheetOf(basisOf(two, { width: 'all' }), {})
    expect(columnHeader(matrix, 1)).toEqual({ noun: 'token', text: '5 0:1', note: '(1 back)' })
    expect(columnHeader(matrix, 2)).toEqual({ text: 'padding' })
  })

  it('is copied as it is shown, padding as an empty field', () => {
    const sorts = { byRow: { index: 0, isRising: true } }
    expect(tsvText(sheetRows(sheetOf(basisOf(tensor), {}, sorts)))).toBe(
      [
        'layer \\ position\t2\t1\t0',
        '0\t-0\t0.3333333333333333\t3',
        '1\t\t5\tNaN',
        '2\t2\tInfinity\t-1',
        '3\t\t\t',
        '',
      ].join('\n'),
    )
  })
})
