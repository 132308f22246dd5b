import { describe, expect, it } from 'vitest'
import { asLoaded } from '../../../src/analysis/displayedOf'
import fiveLists from '../../fixtures/canonical/five-lists.json?raw'
import { visibleTensor } from '../../../src/export/carriedTensor'
import { exportKinds, usualName } from '../../../src/export/exportKinds'
import { defaultExportOptions } from '../../../src/export/ExportOptions'
import { tableOf } from '../../../src/export/tableOf'
import { figureBasis, type FigureBasis } from '../../../src/figure/figureBasis'
import { defaultFindingOptions } from '../../../src/figure/describeFigure'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfText } from '../../../src/formats/source/ByteSource'
import { cellAt } from '../../../src/tensor/Matrix'
import { tokenText, type Tensor } from '../../../src/tensor/Tensor'
import { resolveView, type View } from '../../../src/tensor/View'

async function tensorOf(): Promise<Tensor> {
  const { tensors } = await readTensor(sourceOfText(fiveLists, 'five-lists.json'))
  const tensor = tensors[0]?.tensor
  if (tensor === undefined) throw new Error('no tensor')
  return tensor
}

function basisOf(tensor: Tensor, view: View, windows = {}): FigureBasis {
  return figureBasis({ tensor, displayed: asLoaded(tensor), view, windows, name: 'five-lists' })
}

function endsOf({ colorScale }: FigureBasis): readonly unknown[] {
  return [colorScale?.low, colorScale?.high]
}

/** The values of eleven columns of each panel, from a first one on. */
function cellsOf({ panels }: FigureBasis, first: number): readonly unknown[] {
  return (panels ?? []).map(({ matrix }) =>
    Array.from({ length: matrix.layerCount * 11 }, (_, k) =>
      cellAt(matrix, Math.floor(k / 11), first + (k % 11)),
    ),
  )
}

/** Columns 15 to 25 by distance, which the first two queries do not have. */
const windows = { columns: { start: 14, span: 11 } }

describe('the file of several panels', () => {
  it('carries what all panels show, in the same colors, and nothing else', async () => {
    const tensor = await tensorOf()
    const view = resolveView(tensor, { panels: 'queries', query: 5 }, {})
    const whole = basisOf(tensor, view, windows)
    const carried = visibleTensor(whole, { windows })
    if (carried === undefined) throw new Error('nothing is carried')
    expect(carried.tensor.queries.map(({ label }) => label)).toEqual(
      [3, 4, 5, 6].map((number) => `Meta Token #${number}`),
    )
    expect(carried.view).toMatchObject({ panels: 'queries', query: 3 })
    const opened = basisOf(carried.tensor, carried.view, carried.windows)
    expect(endsOf(opened)).toEqual(endsOf(whole))
    expect(cellsOf(opened, 0)).toEqual(cellsOf(whole, 14).slice(2))
    // No token outside the window goes along.
    const texts = Array.from({ length: 60 }, (_, token) => tokenText(carried.tensor, 3, token))
    expect(texts.filter((text) => text !== undefined && text !== '').length).toBeLessThanOrEqual(11)
  })

  it('has the rows of the shown queries in a table', async () => {
    const tensor = await tensorOf()
    const view = resolveView(tensor, { panels: [5, 1] }, {})
    const rows = [...tableOf(basisOf(tensor, view), {}, { table: 'tidy', rows: 'visible' })]
    const names = new Set(rows.slice(1).map(([name]) => name))
    expect([...names]).toEqual(['Meta Token #6', 'Meta Token #2'])
  })

  it('is named for all queries', async () => {
    const tensor = await tensorOf()
    const figure = {
      ...asLoaded(tensor),
      fileName: 'five-lists.json',
      windows: {},
      size: { width: 960, height: 600, pixelRatio: 1 },
      findings: defaultFindingOptions,
    }
    const nameIn = (view: View): string =>
      usualName(exportKinds.svg, { ...figure, view }, defaultExportOptions)
    expect(nameIn(resolveView(tensor, { panels: 'queries' }, {}))).toBe('five-lists')
    expect(nameIn(resolveView(tensor, {}, {}))).toBe('five-lists_meta-token-1')
  })
})
