/** Two queries of 80 layers and 4 tokens. */
export const twoQueries = {
  tokens: ['plum', 'pear', 'fig', 'plum'],
  queries: ['first', 'second'],
  values: Array.from({ length: 2 }, (_query, q) =>
    Array.from({ length: 80 }, (_layer, layer) =>
      Array.from({ length: 4 }, (_token, token) => Math.sin(7 * layer + 3 * token + q)),
    ),
  ),
}
