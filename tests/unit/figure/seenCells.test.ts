import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asLoaded } from '../../../src/analysis/displayedOf'
import { figureBasis, type FigureBasis } from '../../../src/figure/figureBasis'
import { figureModel, type FigureModel } from '../../../src/figure/figureModel'
import { seenCells } from '../../../src/figure/seenCells'
import { cellMarkRect, type PlotGrid } from '../../../src/layout/PlotGrid'
import { cellAt, isUnaligned, permutationOf, type Permutation } from '../../../src/tensor/Matrix'
import { RangeCount } from '../../../src/tensor/RangeCount'
import { resolveView, type ViewSettings } from '../../../src/tensor/View'
import { cellsInWindow, type Windows } from '../../../src/tensor/Windows'
import { normal } from '../analysis/normal'
import { anySpec, tensorOf, tensorOfRows } from '../tensor/anyTensor'

const anyWindow = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.05, max: 1, noNaN: true }))
  .map(([start, span]) => ({ start, span }))

/** The part of an axis of `count` cells that shares of it are. */
function windowOn(
  count: number,
  { start, span }: { readonly start: number; readonly span: number },
): NonNullable<Windows['columns']> {
  const cells = Math.max(Number.MIN_VALUE, span * count)
  return { start: start * (count - cells), span: cells }
}

function shuffled(count: number): Permutation {
  const indices = Array.from({ length: count }, (_, k) => k)
  return permutationOf(
    Uint32Array.from(indices.toSorted((a, b) => ((a * 7) % 11) - ((b * 7) % 11))),
    '',
  )
}

function basisOf(
  tensor: ReturnType<typeof tensorOf>,
  settings: ViewSettings,
  tokenOrder?: Permutation,
): FigureBasis {
  const view = resolveView(tensor, settings, {})
  const orders = tokenOrder && { tokenOrder }
  return figureBasis({
    tensor,
    displayed: asLoaded(tensor),
    name: 'x',
    view,
    ...(orders && { orders }),
  })
}

type Kind = 'padding' | 'missing' | 'below' | 'above' | 'inside'

function kindOf(value: number | undefined, scale: FigureBasis['colorScale']): Kind {
  const { low, high } = scale ?? { low: -Number.MAX_VALUE, high: Number.MAX_VALUE }
  if (value === undefined) return 'padding'
  if (Number.isNaN(value)) return 'missing'
  if (value < low) return 'below'
  return value > high ? 'above' : 'inside'
}

/** The counts of the cells in view, one by one, with the columns and rows that have one beyond the colors. */
function readOneByOne({ matrix, colorScale }: FigureBasis, { columns, layers }: Windows): object {
  const counts = { unaligned: 0, cells: 0, padding: 0, missing: 0, below: 0, above: 0 }
  const found = { columns: new Set<number>(), rows: new Set<number>() }
  const [firstRow, endRow] = cellsInWindow(layers, matrix.layerCount)
  const [firstColumn, endColumn] = cellsInWindow(columns, matrix.columnCount)
  for (let column = firstColumn; column < endColumn; column++) {
    if (isUnaligned(matrix, column)) counts.unaligned++
    for (let row = firstRow; row < endRow && !isUnaligned(matrix, column); row++) {
      const kind = kindOf(cellAt(matrix, row, column), colorScale)
      counts.cells++
      if (kind !== 'inside') counts[kind]++
      if (kind === 'below' || kind === 'above') {
        found.columns.add(column)
        found.rows.add(row)
      }
    }
  }
  return { counts, columns: ascending(found.columns), rows: ascending(found.rows) }
}

function ascending(set: Set<number>): number[] {
  return [...set].toSorted((a, b) => a - b)
}

describe('the cells in view', () => {
  it('are counted as one by one, whatever the order, the padding and the part', () => {
    const axis = fc.constantFrom('position' as const, 'distance' as const)
    const width = fc.constantFrom('query' as const, 'all' as const)
    fc.assert(
      fc.property(anySpec, axis, width, anyWindow, anyWindow, fc.boolean(), (...given) => {
        const [spec, ownAxis, ownWidth, across, down, isOrdered] = given
        const tensor = tensorOf(spec)
        const domain: [number, number] = [-0.2, 0.3]
        const settings = { axis: ownAxis, width: ownWidth, domain }
        const order = isOrdered ? shuffled(tensor.tokenCounts[0] ?? 0) : undefined
        const basis = basisOf(tensor, settings, order)
        const windows = {
          columns: windowOn(basis.matrix.columnCount, across),
          layers: windowOn(basis.matrix.layerCount, down),
        }
        const { counts, columns, rows } = seenCells(basis, windows, 1)
        expect({ counts, columns, rows }).toMatchObject(readOneByOne(basis, windows))
      }),
    )
  })

  it('are not counted where too many would have to be read', () => {
    const counter = new RangeCount({ low: -1, high: 1 }, 100)
    counter.addRun(new Float64Array(1000).fill(2), [], 0, 1000)
    expect(counter.isCut).toBe(true)
    const whole = new RangeCount({ low: -1, high: 1 }, 1000)
    whole.addRun(new Float64Array(1000).fill(2), [], 0, 1000)
    expect([whole.isCut, whole.above, whole.count]).toEqual([false, 1000, 1000])
  })
})

const next = normal(7)
/** 12 × 40 values within ±0.1, but one of 0.9 and one of −0.9, and two that are missing. */
const rows = Array.from({ length: 12 }, (_, layer) =>
  Array.from({ length: 40 }, (__, token) => {
    if (layer === 3 && token === 30) return 0.9
    if (layer === 8 && token === 5) return -0.9
    return token === 31 && layer < 2 ? NaN : Math.max(-0.1, Math.min(0.1, next() / 20))
  }),
)

function modelOf(windows: Windows, settings: ViewSettings = {}, width = 960): FigureModel {
  const tensor = { ...tensorOfRows(rows), hiddenSize: 768 }
  const domain: [number, number] = [-0.1, 0.1]
  const view: ViewSettings = { axis: 'position', domain, ...settings }
  const size = { width, height: 600, pixelRatio: 1 }
  return figureModel(basisOf(tensor, view), { size, theme: 'light', windows })
}

function legendOf({ layout }: FigureModel): readonly string[] {
  return layout.legend.map(({ text }) => text)
}

/** The first corners of the marks: the points at the edges to which they point. */
function markedPlaces(model: FigureModel): readonly string[] {
  return Array.from(model.current.edgeMarks.matchAll(/M([^L]*)L/gu), ([, corner]) => corner ?? '')
}

describe('a zoomed figure', () => {
  const right = { columns: { start: 25, span: 15 } }

  it('counts what is in view, and says so', () => {
    expect(legendOf(modelOf({}))).toEqual([
      'missing: 2 of 480 cells',
      'below −0.1: 1 of 480 cells',
      'above 0.1: 1 of 480 cells, marked at the edges',
    ])
    expect(legendOf(modelOf(right))).toEqual([
      'missing: 2 of 180 in view',
      'above 0.1: 1 of 180 in view, marked at the edges',
    ])
    const { layout } = modelOf(right)
    expect(layout.colorBar?.pointers.map(({ text }) => text)).toEqual(['1 above'])
    const caption = layout.captions.map(({ text }) => text).join(' ')
    expect(caption).toMatch(/ of 178 in view are outside, /u)
  })

  it('names no cells that are not in view, and keeps their room', () => {
    const whole = modelOf({}).layout
    const left = modelOf({ columns: { start: 6, span: 10 } }).layout
    expect(left.legend).toEqual([])
    expect(left.colorBar?.pointers).toEqual([])
    expect(left.grid.plot).toEqual(whole.grid.plot)
    expect(left.colorBar?.rect).toEqual(whole.colorBar?.rect)
  })

  it('has its plot and its color bar where the whole figure has them', () => {
    for (const width of [960, 420]) {
      const whole = modelOf({}, {}, width).layout
      const zoomed = modelOf(right, {}, width).layout
      expect(zoomed.grid.plot).toEqual(whole.grid.plot)
      expect(zoomed.colorBar?.rect).toEqual(whole.colorBar?.rect)
      const placeOf = ({ legend }: typeof whole, kind: string) =>
        legend.filter((item) => item.kind === kind).map(({ y }) => y)
      for (const kind of ['missing', 'above'])
        expect(placeOf(zoomed, kind)).toEqual(placeOf(whole, kind))
    }
  })
})

function middleOf(grid: PlotGrid, rowIndex: number, columnIndex: number): readonly number[] {
  const { x, y, width, height } = cellMarkRect(grid, { rowIndex, columnIndex }) ?? grid.plot
  return [x + width / 2, y + height / 2]
}

describe('the marks at the edges', () => {
  it('point at the columns and rows of cells beyond the colors', () => {
    const model = modelOf({})
    const { grid } = model.layout
    const [top, side] = [grid.plot.y - 1.5, grid.plot.x + grid.plot.width + 1.5]
    expect(markedPlaces(model)).toEqual([
      `${middleOf(grid, 8, 5)[0]},${top}`,
      `${middleOf(grid, 3, 30)[0]},${top}`,
      `${side},${middleOf(grid, 8, 5)[1]}`,
      `${side},${middleOf(grid, 3, 30)[1]}`,
    ])
  })

  it('point to the farthest such cell beside a part that lacks it', () => {
    const { grid } = modelOf({}).layout
    const [first, last] = [grid.plot.x, grid.plot.x + grid.plot.width]
    const ends = (windows: Windows): readonly number[] =>
      markedPlaces(modelOf(windows)).map((place) => Number(place.split(',')[0]))
    expect(ends({ columns: { start: 10, span: 10 } })).toEqual([first, last])
    expect(ends({ columns: { start: 0, span: 4 } })).toEqual([last])
  })

  it('are one line for neighbours, and none without such cells', () => {
    const all = modelOf({}, { domain: [0.2, 0.3] })
    // One line over all columns, and a triangle beside each of the rows, which are higher.
    expect(markedPlaces(all)).toHaveLength(13)
    expect(modelOf({}, { domain: 'extent' }).current.edgeMarks).toBe('')
  })
})
