import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binAxis } from '../../../src/tensor/BinAxis'
import { binContents, shownCell } from '../../../src/tensor/binContents'
import { type BinSource, type Detail } from '../../../src/tensor/BinSource'
import { binsOf, shownValues, isPaddingBin, type Bins } from '../../../src/tensor/Bins'
import { cellAt, matrixOf } from '../../../src/tensor/Matrix'
import { anyReordered, anySpec, tensorOf, tensorOfRows } from './anyTensor'
import { axisOf, sourceOf } from './binSource'
import { inBlocks } from './inBlocks'
import { readBins } from './readBins'

function rowBin(values: readonly number[], options: Partial<BinSource> = {}): Bins {
  const matrix = matrixOf(tensorOfRows([values]), 0, 'position', 'query')
  return binsOf(sourceOf(matrix, { columns: axisOf(values.length, values.length), ...options }))
}

describe('bins', () => {
  it('of a matrix without columns are none', () => {
    const matrix = matrixOf(tensorOfRows([[]]), 0, 'position', 'query')
    expect(binsOf(sourceOf(matrix, { reference: NaN })).values).toHaveLength(0)
  })

  it.each([
    ['the cell farthest from the reference', [0.1, 0.5, 0.9], 0.8, 0.1],
    ['the larger magnitude of two equally far', [1, 5], 3, 5],
    ['the larger magnitude also below zero', [-5, -1], -3, -5],
    ['the larger value of two equally far and large', [-1, 1], 0, 1],
    ['Infinity', [1e308, Infinity, -1e308], 0, Infinity],
    ['−Infinity', [1, -Infinity], 1, -Infinity],
    ['Infinity rather than −Infinity', [-Infinity, Infinity], 0, Infinity],
    ['the farthest from 0 where there is no reference', [0.1, -0.2, NaN], NaN, -0.2],
  ])('show %s', (_, values, reference, shown) => {
    expect(rowBin(values, { reference }).values[0]).toBe(shown)
  })

  it.each<[Detail, number]>([
    ['mean', 0.5],
    ['max', 2],
    ['min', -3],
    ['extreme', -3],
  ])('show the %s of the numbers, whatever is missing', (detail, shown) => {
    expect(rowBin([2, NaN, -3, 1, 2], { detail }).values[0]).toBe(shown)
  })

  it.each<Detail>(['extreme', 'mean', 'max', 'min'])('of missing cells have no %s', (detail) => {
    expect(rowBin([NaN, NaN], { detail }).values[0]).toBeNaN()
  })

  it('count what is missing and what is padding', () => {
    const tensor = tensorOfRows([[1, NaN, NaN, 2, 3], [4], []])
    const matrix = matrixOf(tensor, 0, 'position', 'query')
    const source = sourceOf(matrix, { columns: axisOf(5, 3), layers: axisOf(3, 2) })
    expect([...binsOf(source).values]).toEqual([4, 3, NaN, NaN])
    const counts = readBins(source).map((place) => binContents(source, place))
    expect(counts.map(({ missingCount }) => missingCount)).toEqual([2, 0, 0, 0])
    expect(counts.map(({ paddingCount }) => paddingCount)).toEqual([2, 2, 3, 2])
    expect(counts.map(({ cellCount }) => cellCount)).toEqual([6, 4, 3, 2])
  })

  it('of padding only are padding, of missing cells are not', () => {
    const matrix = matrixOf(tensorOfRows([[NaN, NaN, 1], []]), 0, 'position', 'query')
    const bins = binsOf(sourceOf(matrix, { columns: axisOf(3, 2) }))
    expect([0, 1, 2, 3].map((bin) => isPaddingBin(bins, bin))).toEqual([false, false, true, true])
  })

  it('of missing cells and padding stand for a cell that the file has', () => {
    const ragged = { ...tensorOfRows([[1, 2, 3, 4], [NaN]]), align: 'end' as const }
    for (const axis of ['position', 'distance'] as const) {
      const matrix = matrixOf(ragged, 0, axis, 'query')
      const source = sourceOf(matrix, { columns: axisOf(4, 4) })
      const { rowIndex, columnIndex } = shownCell(source, { binColumn: 0, binRow: 1 }, NaN)
      expect(cellAt(matrix, rowIndex, columnIndex)).toBeNaN()
    }
  })

  it('keep a single hot cell, however many cells share its bin', () => {
    const row = Array.from({ length: 131_072 }, (_, k) => ((k % 7) - 3) / 3000)
    row[77_777] = 0.04
    const matrix = matrixOf(tensorOfRows([row]), 0, 'position', 'query')
    const columns = binAxis(131_072, 1200)
    const source = sourceOf(matrix, { columns })
    const hot = Math.floor(77_777 / columns.cellsPerBin)
    expect(binsOf(source).values[hot]).toBe(0.04)
    expect(shownCell(source, { binColumn: hot, binRow: 0 }, 0.04).columnIndex).toBe(77_777)
  })
})

/** Sums and distances of quarters are exact, so that the order of the cells is the same in any arithmetic. */
const anyQuarter = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -9, max: 9 }).map((n) => n / 4) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, -0, 1e6, -1e6) },
  { weight: 1, arbitrary: fc.constantFrom(Infinity, -Infinity) },
)

/** Ragged rows: a few, some of them long enough for the pyramid's second level, or many short ones. */
const anyRows = fc.oneof(
  fc.array(
    fc.oneof(
      fc.array(anyQuarter, { maxLength: 12 }),
      fc.array(anyQuarter, { minLength: 30, maxLength: 330, size: 'max' }),
    ),
    { maxLength: 6 },
  ),
  fc.array(fc.array(anyQuarter, { maxLength: 6 }), { minLength: 12, maxLength: 30, size: 'max' }),
)

const anySource = fc
  .record({
    spec: anySpec,
    rows: anyRows,
    axis: fc.constantFrom('distance', 'position'),
    width: fc.constantFrom('query', 'all'),
    detail: fc.constantFrom('extreme', 'mean', 'max', 'min'),
    reference: fc.oneof(anyQuarter, fc.constant(NaN)).filter((n) => Math.abs(n) !== Infinity),
    pixels: fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 8 })),
    window: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 400 })),
  })
  .chain(({ spec, rows, axis, width, pixels, window: [share, span], ...rest }) => {
    const queries = [...spec.queries.slice(1).map(quartered), { rows, uncoveredCount: 1, gap: 2 }]
    const tensor = tensorOf({ ...spec, queries })
    const inSequence = matrixOf(tensor, queries.length - 1, axis, width)
    const { columnCount, layerCount } = inSequence
    const columns = binAxis(columnCount, pixels[0], { start: share * columnCount, span })
    return fc.oneof(fc.constant(inSequence), anyReordered(inSequence)).map((matrix): BinSource => {
      return sourceOf(matrix, { ...rest, columns, layers: binAxis(layerCount, pixels[1]) })
    })
  })

/** A query with values that are quarters. */
function quartered<Q extends { readonly rows: readonly (readonly number[])[] }>(query: Q): Q {
  const rows = query.rows.map((row) => row.map((value) => Math.round(value % 100) / 4))
  return { ...query, rows }
}

describe('bins of any tensor, window and number of pixels', () => {
  it('show what a reading of every cell finds', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const bins = binsOf(source)
        const expected = readBins(source)
        expect(bins.values).toHaveLength(expected.length)
        expected.forEach(({ shown }, k) => {
          // −0 and 0 are equally far, large and great.
          expect((bins.values[k] ?? 0) + 0).toEqual(shown + 0)
          expect(
            shownValues(source, expected[k] ?? { binColumn: -1, binRow: -1 }).value + 0,
          ).toEqual(shown + 0)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('count missing and padded cells as such a reading does', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const bins = binsOf(source)
        readBins(source).forEach(({ cells, binColumn, binRow }, k) => {
          const padding = cells.filter((cell) => cell === undefined).length
          expect(binContents(source, { binColumn, binRow })).toEqual({
            cellCount: cells.length,
            missingCount: cells.filter((cell) => Number.isNaN(cell)).length,
            paddingCount: padding,
          })
          expect(isPaddingBin(bins, k)).toBe(padding === cells.length)
        })
      }),
    )
  })

  it('are told by a cell of theirs that has the shown value', () => {
    fc.assert(
      fc.property(anySource, (given) => {
        const source = given.detail === 'mean' ? { ...given, detail: 'extreme' as const } : given
        for (const place of readBins(source)) {
          const { value } = shownValues(source, place)
          const { rowIndex, columnIndex } = shownCell(source, place, value)
          const cell = cellAt(source.matrix, rowIndex, columnIndex)
          expect((cell ?? NaN) + 0).toEqual(place.shown + 0)
        }
      }),
    )
  })
})

it('show the same for values in any blocks, each from the same cell', () => {
  const anyDetail = fc.constantFrom<Detail>('extreme', 'mean', 'max', 'min')
  const anySize = fc.integer({ min: 1, max: 4 })
  fc.assert(
    fc.property(
      anySpec,
      fc.array(fc.boolean(), { maxLength: 20 }),
      fc.tuple(anySize, anySize, anyDetail),
      (spec, cuts, [columnSize, rowSize, detail]) => {
        const tensor = tensorOf(spec)
        const made = [tensor, inBlocks(tensor, (row) => cuts[row] === true)].map((each) =>
          each.queries.map((_, query) => {
            const matrix = matrixOf(each, query, 'distance', 'all')
            const source = sourceOf(matrix, {
              columns: axisOf(matrix.columnCount, columnSize),
              layers: axisOf(matrix.layerCount, rowSize),
              detail,
            })
            const { values, hasCells } = binsOf(source)
            const contents = readBins(source).map((place) => {
              const { value } = shownValues(source, place)
              return [binContents(source, place), shownCell(source, place, value)]
            })
            return { values, hasCells, contents }
          }),
        )
        expect(made[1]).toStrictEqual(made[0])
      },
    ),
  )
})
