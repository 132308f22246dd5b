/** An order of a query's tokens, or of its layers, that is not the sequence. */
export interface Permutation {
  /** Token or layer by its place; each stands once. */
  readonly items: Uint32Array
  /** Place by token or layer. */
  readonly places: Uint32Array
  /** What it goes by, in words: `mean, highest first`. */
  readonly about: string
  /**
   * Dendrogram of a clustering, five numbers a join: place and height of its one part, of its other part, and its own
   * height. Places of leaves are whole; joins come from the lowest to the highest.
   */
  readonly tree?: Float64Array
}

/** Of as many items as there are, from the first place to the last. */
export function permutationOf(items: Uint32Array, about: string): Permutation {
  const places = new Uint32Array(items.length)
  for (const [place, item] of items.entries()) places[item] = place
  return { items, places, about }
}
