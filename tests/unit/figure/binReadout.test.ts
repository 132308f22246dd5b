import { describe, expect, it } from 'vitest'
import { asLoaded, displayedOf } from '../../../src/analysis/displayedOf'
import { binReadout, type BinReadout } from '../../../src/figure/binReadout'
import { figureBasis } from '../../../src/figure/figureBasis'
import { figureModel, type FigureModel } from '../../../src/figure/figureModel'
import { readoutText } from '../../../src/layout/readoutOf'
import { resolveView, type ViewSettings } from '../../../src/tensor/View'
import { type Tensor } from '../../../src/tensor/Tensor'
import { tensorOfRows } from '../tensor/anyTensor'
import { axisOf } from '../tensor/binSource'

interface Case {
  readonly rows: readonly (readonly number[])[]
  readonly view?: ViewSettings
  readonly columnsPerBin?: number
  readonly layersPerBin?: number
  readonly isFloat32?: boolean
}

function modelOf(tensor: Tensor, settings: ViewSettings): FigureModel {
  const view = resolveView(tensor, settings, {})
  const displayed = displayedOf(asLoaded(tensor), view)
  const basis = figureBasis({ tensor, displayed, name: 'x', view })
  return figureModel(basis, { size: { width: 960, height: 600, pixelRatio: 1 }, theme: 'light' })
}

/** What is read at a cell, where bins are as large as the case says. */
function readAt(given: Case, layerIndex: number, columnIndex: number): BinReadout {
  const {
    rows,
    view = { axis: 'position', detail: 'extreme' },
    columnsPerBin = 1,
    layersPerBin = 1,
  } = given
  const model = modelOf(tensorOfRows(rows, { isFloat32: given.isFloat32 ?? false }), view)
  const [plot] = model.plots
  const { columnCount, layerCount } = plot.source.matrix
  const columns = axisOf(columnCount, columnsPerBin)
  const layers = axisOf(layerCount, layersPerBin)
  return binReadout(
    { ...plot, source: { ...plot.source, columns, layers } },
    { rowIndex: layerIndex, columnIndex },
  )
}

describe('binReadout', () => {
  it('of a single cell is the cell, without a word of bins', () => {
    const readout = readAt({ rows: [[0.1, 0.2]] }, 0, 1)
    expect(readoutText(readout.cell)).toBe('layer 0 · token 1 (1 back) · 0.2')
    expect(readout).not.toHaveProperty('scope')
  })

  it('of a bin is its most extreme cell, exactly, and the tokens that it stands for', () => {
    const readout = readAt({ rows: [[0, 0.1, -0.3, 0.2, 0]], columnsPerBin: 3 }, 0, 0)
    expect(readoutText(readout.cell)).toBe('layer 0 · token 2 (3 back) · −0.3')
    expect(readout.scope).toBe('most extreme of tokens 0 to 2')
    expect(readout.shown).toEqual({ rowIndex: 0, columnIndex: 2 })
  })

  it('names the tokens by their index, lowest first, where columns run by distance', () => {
    const view = { axis: 'distance', detail: 'extreme' } as const
    const readout = readAt({ rows: [[0, 9, 0, 0, 5]], view, columnsPerBin: 3 }, 0, 4)
    expect(readoutText(readout.cell)).toBe('layer 0 · token 1 (4 back) · 9')
    expect(readout.scope).toBe('most extreme of tokens 0 to 1')
  })

  it('names the layers of a bin of several', () => {
    const readout = readAt({ rows: [[1], [0], [5], [2]], layersPerBin: 3 }, 1, 0)
    expect(readoutText(readout.cell)).toBe('layer 2 · token 0 (1 back) · 5')
    expect(readout.scope).toBe('most extreme of layers 0 to 2')
  })

  it.each([
    ['mean', 'layer 0 · 2', 'mean of tokens 0 to 2, 1 missing'],
    ['max', 'layer 0 · token 2 (1 back) · 3', 'greatest of tokens 0 to 2, 1 missing'],
    ['min', 'layer 0 · token 0 (3 back) · 1', 'least of tokens 0 to 2, 1 missing'],
  ] as const)('says the %s, which cells it is of, and what is missing', (detail, text, scope) => {
    const view = { axis: 'position', detail } as const
    const readout = readAt({ rows: [[1, NaN, 3]], view, columnsPerBin: 3 }, 0, 0)
    expect([readoutText(readout.cell), readout.scope]).toEqual([text, scope])
  })

  it('of a bin without a number is missing, also where its first cell is padding', () => {
    const readout = readAt({ rows: [[], [NaN, NaN]], columnsPerBin: 2, layersPerBin: 2 }, 0, 0)
    expect(readoutText(readout.cell)).toBe('layer 1 · token 0 (2 back) · missing')
    expect(readout.scope).toBe('most extreme of tokens 0 to 1, layers 0 to 1, 2 missing')
  })

  it('of a bin of padding only is padding, and no more', () => {
    const readout = readAt({ rows: [[1, 2, 3, 4], []], columnsPerBin: 2 }, 1, 2)
    expect(readoutText(readout.cell)).toBe('layer 1 · padding')
    expect(readout.scope).toBeUndefined()
  })

  it('writes a float32 with its own shortest digits', () => {
    const readout = readAt({ rows: [[0.1, 0.05]], columnsPerBin: 2, isFloat32: true }, 0, 0)
    expect(readout.cell.value).toMatch(/^0\.(1|05)$/)
  })
})
