import {
  layerCountOf,
  layerLabel,
  rowOf,
  valuesOfRow,
  sequenceIndex,
  tokenCountOf,
  tokenText,
  valueAt,
  valuesOfQuery,
  type Query,
  type Tensor,
} from '../../../src/tensor/Tensor'
import { areFloat32 } from '../../../src/tensor/CellValues'

/** Half of a surrogate pair has no bytes in UTF-8. */
export function written(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd')
}

/** Numbers have no width in a table. */
function numberOf(value: number | undefined, { values }: Tensor): number | undefined {
  return value !== undefined && areFloat32(values) ? Math.fround(value) : value
}

/** The labels of the layers as a table in long form has them. */
function labelsOf(tensor: Tensor): string[] {
  const count = Math.max(...tensor.queries.map((_, q) => layerCountOf(tensor, q)))
  const labels = Array.from({ length: count }, (_, layer) => layerLabel(tensor, layer))
  return new Set(labels).size === count ? labels.map(written) : labels.map((_, l) => String(l))
}

/** Returns layers in the order that a table in long form gives them: numbered ones in the order of their numbers. */
function inOrder<Layer extends readonly [string, ...unknown[]]>(
  layers: readonly Layer[],
  labels: readonly string[],
): Layer[] {
  return labels.every((label) => /^\d+$/.test(label))
    ? layers.toSorted(([one], [other]) => Number(one) - Number(other))
    : [...layers]
}

/** By query with any value and by label of its layers: for each value its token's index and text, and the value. */
export function cellsOf(tensor: Tensor, exact = tensor): (readonly [string, ...unknown[]])[][] {
  const labels = labelsOf(tensor)
  const given = tensor.queries.map((_, q) =>
    labels.flatMap((label, layer) => {
      const row = rowOf(tensor, q, layer)
      if (row.length === 0) return []
      const cells = Array.from(valuesOfRow(row), (value, k) => {
        const token = row.firstToken + k
        const text = written(tokenText(tensor, q, token) ?? '')
        return [sequenceIndex(tensor, token), text, numberOf(value, exact)] as const
      })
      return [[label, ...cells] as const]
    }),
  )
  const present = [...new Set(given.flatMap((layers) => layers.map(([label]) => label)))]
  return given.filter((layers) => layers.length > 0).map((layers) => inOrder(layers, present))
}

/** Queries with any value. */
export function filledQueries(tensor: Tensor): Query[] {
  return tensor.queries.filter((_, q) => valuesOfQuery(tensor, q).length > 0)
}

/** A matrix with its labels; undefined = padding. */
export function matrixOfQuery(tensor: Tensor, queryIndex: number, exact = tensor): object {
  const tokens = Array.from({ length: tokenCountOf(tensor, queryIndex) }, (_, token) => token)
  const layers = Array.from({ length: layerCountOf(tensor, queryIndex) }, (_, layer) => layer)
  return {
    tokens: tokens.map((token) => {
      const text = tokenText(tensor, queryIndex, token)
      return text === undefined ? sequenceIndex(tensor, token) : written(text)
    }),
    layers: layers.map((layer) => written(layerLabel(tensor, layer))),
    values: layers.map((layer) =>
      tokens.map((token) => numberOf(valueAt(tensor, queryIndex, layer, token), exact)),
    ),
  }
}
