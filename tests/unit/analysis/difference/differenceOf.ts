import { columnPairs, type MatchAxis } from '../../../../src/analysis/difference/columnPairs'
import { layerPairs, type LayerChoice } from '../../../../src/analysis/difference/layerPairs'
import { differenceName, subtracted } from '../../../../src/analysis/difference/subtracted'
import { type Part } from '../../../../src/analysis/combine/Part'
import { finish } from '../../../../src/analysis/Sliced'
import { layerCountOf, tokenCountOf, valueAt, type Tensor } from '../../../../src/tensor/Tensor'

/** The difference of two queries, matched by an axis. */
export function differenceOf(
  a: Part,
  b: Part,
  { axis = 'position', choice }: { axis?: MatchAxis; choice?: LayerChoice } = {},
): { readonly name: string; readonly tensor: Tensor } {
  const layers = layerPairs(a, b, choice)
  if (layers === undefined) throw new Error('the layers do not match')
  const tensor = finish(subtracted(a, b, { columns: columnPairs(a, b, axis), layers }))
  return { name: differenceName(a, b), tensor }
}

/** The values of a query by layer and token; undefined is padding. */
export function cellsOf(tensor: Tensor, queryIndex = 0): (number | undefined)[][] {
  return Array.from({ length: layerCountOf(tensor, queryIndex) }, (_, layer) =>
    Array.from({ length: tokenCountOf(tensor, queryIndex) }, (__, token) =>
      valueAt(tensor, queryIndex, layer, token),
    ),
  )
}

/** The cells of a companion, as those of a tensor. */
export function companionCells(tensor: Tensor, name: string): (number | undefined)[][] {
  const values = tensor.companions?.find((one) => one.name === name)?.values
  if (values === undefined || !('blocks' in values)) throw new Error(`no numbers ${name}`)
  return cellsOf({ ...tensor, values })
}
