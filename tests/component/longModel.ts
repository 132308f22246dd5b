import { type FigureModel } from '../../src/figure/figureModel'
import { type AxisWindow } from '../../src/tensor/BinAxis'
import { modelOfCase } from '../unit/figure/drawCase'

export const TOKEN_COUNT = 4000
/** The cell that is far from all others. */
export const HOT = { layerIndex: 7, tokenIndex: 2777, value: 0.04 } as const
/** The least of the others. */
export const COLD = { layerIndex: 3, tokenIndex: 19, value: -0.01 } as const

const texts = Array.from({ length: TOKEN_COUNT }, (_, k) => (k % 1000 === 5 ? 'needle' : `t${k}`))

function valueAt(layer: number, token: number): number {
  if (layer === HOT.layerIndex && token === HOT.tokenIndex) return HOT.value
  if (layer === COLD.layerIndex && token === COLD.tokenIndex) return COLD.value
  return (((token * 7 + layer * 3) % 13) - 6) / 10_000
}

const values = Array.from({ length: 12 }, (_, layer) => {
  return texts.map((__, token) => valueAt(layer, token))
})
const json = JSON.stringify({ title: '12 × 4,000', tokens: texts, values })

/** Twelve layers of more tokens than there are pixels; by position, so that column and token are the same number. */
export function longModel(columns?: AxisWindow): Promise<FigureModel> {
  return modelOfCase({ name: 'long', json, pixelRatio: 1, ...(columns && { columns }) })
}
