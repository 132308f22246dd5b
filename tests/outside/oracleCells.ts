import { seededNormal, sequenceOf } from '../calibrate/falseRates'

/** Texts of tokens, which repeat. */
export const WORDS = ['the', ' sky', ':', ' is', 'a', ' blue', ',', ' b', 'c', ' d', '.', ' e']

/** The values of one query, by layer. */
export type Cells = readonly (readonly (number | null)[])[]

export function grid(
  layers: number,
  tokens: number,
  valueAt: (layer: number, token: number) => number | null,
): Cells {
  return Array.from({ length: layers }, (_, layer) =>
    Array.from({ length: tokens }, (__, token) => valueAt(layer, token)),
  )
}

export function documentOf(values: readonly Cells[], extra: object = {}): object {
  const width = Math.max(...values.flat().map((row) => row.length))
  const tokens = Array.from({ length: width }, (_, token) => WORDS[(token * 7) % WORDS.length])
  return { metric: 'cosine similarity', special: [':'], tokens, values, ...extra }
}

/** Walks with and without drift, one for each token. */
export function walks(layers: number, tokens: number, drift: number, seed: number): Cells {
  const normal = seededNormal(seed)
  const columns = Array.from({ length: tokens }, () => {
    const walk = sequenceOf('random walk', layers, normal)
    return walk.map((value, layer) => (value + drift * layer) / 100)
  })
  return grid(layers, tokens, (layer, token) => columns[token]?.[layer] ?? null)
}

export function noise(
  layers: number,
  tokens: number,
  seed: number,
  { scale = 0.05, level = 0 }: { readonly scale?: number; readonly level?: number } = {},
): Cells {
  const normal = seededNormal(seed)
  return grid(layers, tokens, () => level + scale * normal())
}

export function withSome(
  cells: Cells,
  odd: (layer: number, token: number) => number | null | undefined,
): Cells {
  return cells.map((row, layer) =>
    row.map((value, token) => {
      const other = odd(layer, token)
      return other === undefined ? value : other
    }),
  )
}
