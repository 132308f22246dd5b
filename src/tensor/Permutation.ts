/** An order of a query's tokens or layers that differs from the order in the file. */
export interface Permutation {
  /** Token or layer at each place. Each occurs once. */
  readonly items: Uint32Array
  /** Place of each token or layer. */
  readonly places: Uint32Array
  /** What the items are ordered by, in words: `mean, highest first`. */
  readonly about: string
  /**
   * Dendrogram of a clustering, five numbers for each join: place and height of its first part, place and height of its
   * second part, and its own height. The places of leaves are whole numbers. Joins are ordered from the lowest to the
   * highest.
   */
  readonly tree?: Float64Array
}

/** Returns the permutation with the given items, from the first place to the last. */
export function permutationOf(items: Uint32Array, about: string): Permutation {
  const places = new Uint32Array(items.length)
  for (const [place, item] of items.entries()) places[item] = place
  return { items, places, about }
}
