import { inOne, type Sliced } from '../../analysis/Sliced'
import { type Spread } from '../../analysis/Spread'
import { scopeSpread, scopeValues, type ScaleInput } from '../../figure/figureScale'
import { cellValues, type CellValues } from '../../tensor/CellValues'
import { derived } from './derived'
import { inSlices } from '../../worker/inSlices'

/** Values copied without a pause. It is low because values in view are looked up cell by cell. */
const SLICE = 1 << 16

/** The spread of the values that set a color scale. */
export const scaleSpread = derived<ScaleInput, Spread>({
  of: ({ displayed, whole = displayed, view }) => {
    const { tensor, counted = tensor } = view.scope === 'all' ? whole : displayed
    return counted
  },
  key: keyOf,
  keptCount: 4,
  known: ({ spread }) => spread,
  cost: (input) => scopeValues(input).cellCount,
  make: (input) => inOne(() => scopeSpread(input)),
  makeElsewhere: async (input, { jobs, signal }) => {
    const values = await inSlices(copyOfScope(input), signal)
    return jobs.run('spread', { values, hasRanks: input.view.scale === 'rank' }, { signal })
  },
})

function keyOf({ view, windows }: ScaleInput): string {
  const { query, flick = query, panels, scope, scale, axis, align_to: to, width } = view
  const { order, layer_order: layerOrder } = view
  const visible = scope === 'view' && [windows, axis, to, width, order, layerOrder, panels]
  return JSON.stringify([scope === 'all' || flick, scope, scale === 'rank', visible])
}

function* copyOfScope(input: ScaleInput): Sliced<CellValues> {
  const { cellCount, part } = scopeValues(input)
  const copy = new Float64Array(cellCount)
  for (let start = 0; start < cellCount; start += SLICE) {
    let at = start
    for (const block of part(start, Math.min(start + SLICE, cellCount)).blocks) {
      copy.set(block, at)
      at += block.length
    }
    yield
  }
  return cellValues(copy)
}
