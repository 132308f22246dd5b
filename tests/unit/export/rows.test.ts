import { describe, expect, it } from 'vitest'
import { asLoaded, displayedOf } from '../../../src/analysis/displayedOf'
import { visibleTensor } from '../../../src/export/carriedTensor'
import { defaultExportOptions } from '../../../src/export/ExportOptions'
import { exportKinds, usualName } from '../../../src/export/exportKinds'
import { tableOf } from '../../../src/export/tableOf'
import { figureBasis, type FigureBasis } from '../../../src/figure/figureBasis'
import { defaultFindingOptions } from '../../../src/figure/describeFigure'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfText } from '../../../src/formats/source/ByteSource'
import { ownCell } from '../../../src/tensor/atLayer'
import { cellAt } from '../../../src/tensor/Matrix'
import { tokenText, valueAt, type Tensor } from '../../../src/tensor/Tensor'
import { resolveView, type View, type ViewSettings } from '../../../src/tensor/View'
import fiveLists from '../../fixtures/canonical/five-lists.json?raw'

const { tensors } = await readTensor(sourceOfText(fiveLists, 'five-lists.json'))

function openTensor(): Tensor {
  const tensor = tensors[0]?.tensor
  if (tensor === undefined) throw new Error('no tensor')
  return tensor
}

function viewOf(settings: ViewSettings = {}): View {
  return resolveView(openTensor(), { rows: 'query', layer: 8, axis: 'position', ...settings }, {})
}

function basisOf(tensor: Tensor, view: View): FigureBasis {
  const displayed = displayedOf(asLoaded(tensor), view)
  return figureBasis({ tensor, displayed, view, name: 'five-lists' })
}

/** The values of eleven columns of the rows. */
function cellsOf({ matrix }: FigureBasis, rows: readonly number[], first: number): unknown[] {
  return rows.map((row) => Array.from({ length: 11 }, (_, k) => cellAt(matrix, row, first + k)))
}

describe('the file of queries as rows', () => {
  it.each(['raw', 'layer-change', 'token-mean'] as const)(
    'carries what is in view, in the same colors, and nothing else (%s)',
    (transform) => {
      const whole = basisOf(openTensor(), viewOf({ transform }))
      const windows = { columns: { start: 10, span: 11 }, layers: { start: 2, span: 3 } }
      const carried = visibleTensor(whole, { windows })
      if (carried === undefined) throw new Error('nothing is carried')
      const opened = basisOf(carried.tensor, carried.view)
      expect(cellsOf(opened, [0, 1, 2], 0)).toEqual(cellsOf(whole, [2, 3, 4], 10))
      expect(opened.colorScale).toMatchObject({
        low: whole.colorScale?.low,
        high: whole.colorScale?.high,
      })
      expect(carried.tensor.queries.map(({ label }) => label)).toEqual(
        [3, 4, 5].map((number) => `Meta Token #${number}`),
      )
      expect(carried.tensor.layerLabels).toEqual([8])
      const texts = Array.from({ length: 60 }, (_, token) => tokenText(carried.tensor, 2, token))
      expect(texts.filter((text) => text !== undefined && text !== '')).toHaveLength(11)
    },
  )

  it('is named after the layer, unless it has all layers', () => {
    const size = { width: 900, height: 600, pixelRatio: 1 }
    const figure = {
      ...asLoaded(openTensor()),
      view: viewOf(),
      windows: {},
      fileName: 'five-lists.json',
      size,
      findings: defaultFindingOptions,
    }
    expect(usualName(exportKinds.png, figure, defaultExportOptions)).toBe('five-lists_layer-8')
    expect(usualName(exportKinds.json, figure, defaultExportOptions)).toBe('five-lists')
  })

  it('has the rows of the figure as a matrix, and every query and layer in long form', () => {
    const basis = basisOf(openTensor(), viewOf())
    const matrix = [...tableOf(basis, {}, { table: 'matrix', rows: 'all' })]
    expect(matrix.map(([label]) => label).slice(1)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `Meta Token #${number}`),
    )
    expect(matrix[0]?.slice(1, 4)).toEqual(['F', 'ruits', ':'])
    expect(matrix[4]?.[20]).toBe(String(valueAt(openTensor(), 3, 8, 19)))
    expect(matrix[1]?.[20]).toBe('')
    const byDistance = basisOf(openTensor(), viewOf({ axis: 'distance' }))
    const [header] = tableOf(byDistance, {}, { table: 'matrix', rows: 'all' })
    expect(header?.slice(-2)).toEqual(['2 back', '1 back'])
    const long = [...tableOf(basis, {}, { table: 'tidy', rows: 'all' })]
    expect(long).toHaveLength(1 + 12 * (5 + 8 + 16 + 25 + 33 + 43))
  })

  it('gives each cell its own query, layer and token', () => {
    const { matrix } = basisOf(openTensor(), viewOf({ axis: 'distance' }))
    expect(ownCell(matrix, 3, 5)).toEqual({ query: 3, cell: [8, 19] })
    expect(ownCell(matrix, 3, 30)).toBeUndefined()
  })
})
