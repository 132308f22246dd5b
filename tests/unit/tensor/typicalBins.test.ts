import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BinSource } from '../../../src/tensor/BinSource'
import { shownValues, binsOf, halvesOf } from '../../../src/tensor/Bins'
import { cellAt, layerOfRow, matrixOf } from '../../../src/tensor/Matrix'
import { pyramidsOf } from '../../../src/tensor/Pyramid'
import { standingCells, standingOut, type Baselines } from '../../../src/tensor/StandingOut'
import { anyReordered, tensorOfRows } from './anyTensor'
import { axisOf, sourceOf } from './binSource'
import { readBins } from './readBins'

/** All layers have the median 0 and the scale 1. */
function plain(layerCount: number): Baselines {
  return {
    medians: new Float64Array(layerCount),
    scales: new Float64Array(layerCount).fill(1),
  }
}

function sourceOfRow(row: readonly number[], options: Partial<BinSource> = {}): BinSource {
  const matrix = matrixOf(tensorOfRows([row]), 0, 'position', 'query')
  const columns = axisOf(row.length, row.length)
  return sourceOf(matrix, {
    columns,
    detail: 'typical',
    standing: standingOut(plain(1), 4),
    ...options,
  })
}

/** What the only bin of a row shows, from the top. */
function halves(row: readonly number[], options?: Partial<BinSource>): readonly number[] {
  return halvesOf(binsOf(sourceOfRow(row, options)), 0)
}

describe('a typical bin', () => {
  it.each([
    ['their mean', [1, 2, 3], 2],
    ['their mean without the missing one', [1, 2, 3, NaN], 2],
    ['exactly the value of equal cells', Array.from({ length: 184 }, () => 0.1), 0.1],
    ['the cell that stands out', [1, 2, 3, 5], 5],
    ['the cell that stands out below', [1, 2, -5, 3], -5],
    ['the cell that stands out most', [7, 2, 9, 3], 9],
    ['Infinity', [1, Infinity, 3], Infinity],
  ])('shows %s', (_, row, shown) => {
    expect(halves(row)).toEqual([shown, shown])
  })

  it('shows the mean of huge numbers, whose sum overflows', () => {
    const [shown] = halves([1.6e308, 1.6e308, 1e308, 1e308], { standing: undefined })
    expect((shown ?? NaN) / 1.3e308).toBeCloseTo(1, 12)
  })

  it('shows a cell that stands out on either side, the higher one above', () => {
    expect(halves([1, -9, 6, 2])).toEqual([6, -9])
    expect(halves([1, 9, -6, 2])).toEqual([9, -6])
    expect(halves([1, -Infinity, 6])).toEqual([6, -Infinity])
    expect(halves([Infinity, 3, -Infinity])).toEqual([Infinity, -Infinity])
  })

  it('measures each cell against its own layer', () => {
    // 5 is far in the first layer and ordinary in the second.
    const rows = [
      [0, 5, 1, 0],
      [5, 6, 5, 4],
    ]
    const matrix = matrixOf(tensorOfRows(rows), 0, 'position', 'query')
    const baselines = { medians: Float64Array.of(0, 5), scales: Float64Array.of(1, 1) }
    const options = { detail: 'typical', standing: standingOut(baselines, 4) } as const
    const apart = binsOf(sourceOf(matrix, { ...options, columns: axisOf(4, 4) }))
    expect([...apart.values]).toEqual([5, 5])
    const source = sourceOf(matrix, { ...options, columns: axisOf(4, 4), layers: axisOf(2, 2) })
    const together = shownValues(source, { binColumn: 0, binRow: 0 })
    expect(together).toMatchObject({ value: 5, isMean: false, mean: 3.25 })
    const higher = { medians: Float64Array.of(3, 5), scales: Float64Array.of(1, 1) }
    const none = { ...source, standing: standingOut(higher, 4) }
    expect(shownValues(none, { binColumn: 0, binRow: 0 })).toMatchObject({
      value: 3.25,
      isMean: true,
    })
  })

  it('shows any other cell of a layer of equal ones', () => {
    const baselines = { medians: Float64Array.of(2), scales: Float64Array.of(0) }
    expect(halves([2, 2, 2.001, 2], { standing: standingOut(baselines, 4) })[0]).toBe(2.001)
    expect(halves([2, 2, 2, 2], { standing: standingOut(baselines, 4) })[0]).toBe(2)
  })

  it('shows infinite cells whatever the threshold', () => {
    const standing = standingOut(plain(1), Infinity)
    expect(halves([1, 2, 1e300], { standing })[0]).toBe(1e300 / 3)
    expect(halves([1, 2, -Infinity], { standing })[0]).toBe(-Infinity)
  })
})

describe('bins in halves', () => {
  it.each(['typical', 'extreme', 'mean', 'max', 'min'] as const)(
    'mark missing cells that are more than half of those of a bin: %s',
    (detail) => {
      const half = binsOf(sourceOfRow([1, NaN], { detail }))
      expect(half.others.size).toBe(0)
      const more = binsOf(sourceOfRow([1, NaN, NaN], { detail }))
      expect(halvesOf(more, 0)).toEqual([1, NaN])
      expect(binsOf(sourceOfRow([NaN, NaN], { detail })).others.size).toBe(0)
    },
  )

  it('show both infinities where they have no mean', () => {
    const source = sourceOfRow([Infinity, 2, -Infinity], { detail: 'mean' })
    expect(halvesOf(binsOf(source), 0)).toEqual([Infinity, -Infinity])
    const content = shownValues(source, { binColumn: 0, binRow: 0 })
    expect(content).toMatchObject({ isMean: true, mean: NaN })
  })
})

const anyCell = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom(NaN, 5, -5, 7) },
  { weight: 1, arbitrary: fc.constantFrom(Infinity, -Infinity) },
)
const anyTypical = fc
  .record({
    rows: fc.oneof(
      fc.array(
        fc.oneof(
          fc.array(anyCell, { maxLength: 12 }),
          fc.array(anyCell, { minLength: 30, maxLength: 330, size: 'max' }),
        ),
        { minLength: 1, maxLength: 5 },
      ),
      fc.array(fc.array(anyCell, { maxLength: 6 }), { minLength: 8, maxLength: 30, size: 'max' }),
    ),
    axis: fc.constantFrom('distance', 'position'),
    sizes: fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom(1, 2, 3, 9, 30)),
  })
  .chain(({ rows, axis, sizes }) => {
    const inSequence = matrixOf(tensorOfRows(rows), 0, axis, 'query')
    return fc.oneof(fc.constant(inSequence), anyReordered(inSequence)).map((matrix) =>
      sourceOf(matrix, {
        columns: axisOf(matrix.columnCount, sizes[0]),
        layers: axisOf(matrix.layerCount, sizes[1]),
        detail: 'typical',
        standing: standingOut(plain(rows.length), 4),
      }),
    )
  })

describe('typical bins of any matrix', () => {
  it('show the mean unless a reading of every cell finds one that stands out', () => {
    fc.assert(
      fc.property(anyTypical, (source) => {
        const bins = binsOf(source)
        readBins({ ...source, detail: 'mean' }).forEach(({ cells, shown: mean }, bin) => {
          const numbers = cells.filter((cell) => cell !== undefined && !Number.isNaN(cell))
          const far = numbers.filter((cell) => Math.abs(cell ?? 0) > 4).map(Number)
          const most = Math.max(...far)
          const least = Math.min(...far)
          const isHidden = numbers.length * 2 < cells.filter((cell) => cell !== undefined).length
          const single = far.length === 0 ? mean : most > 0 ? most : least
          const second = isHidden && numbers.length > 0 ? NaN : single
          const hasBoth = most > 0 && least < 0
          expect(halvesOf(bins, bin)).toEqual([single, hasBoth ? least : second])
        })
      }),
      { numRuns: 300 },
    )
  })

  it('hold exactly the cells that are listed as standing out', () => {
    fc.assert(
      fc.property(anyTypical, ({ matrix, standing }) => {
        if (standing === undefined) throw new Error('the source has a rule')
        const pyramids = pyramidsOf(matrix.tensor.values)
        const inOrder = { ...matrix, tokenOrder: undefined, layerOrder: undefined }
        const listed = standingCells(matrix, pyramids, standing, Infinity)
        const found: string[] = []
        for (let row = 0; row < matrix.layerCount; row++) {
          for (let column = 0; column < matrix.columnCount; column++) {
            const value = cellAt(matrix, row, column)
            if (Math.abs(value ?? 0) > 4) found.push(`${layerOfRow(matrix, row)} ${value}`)
          }
        }
        expect(listed.map(({ layerIndex, value }) => `${layerIndex} ${value}`).toSorted()).toEqual(
          found.toSorted(),
        )
        expect(
          listed.every(
            ({ layerIndex, tokenIndex, value }) =>
              cellAt(matrixOf(inOrder.tensor, 0, 'position', 'query'), layerIndex, tokenIndex) ===
              value,
          ),
        ).toBe(true)
        expect(standingCells(matrix, pyramids, standing, 2)).toHaveLength(
          Math.min(2, listed.length),
        )
      }),
      { numRuns: 200 },
    )
  })
})
