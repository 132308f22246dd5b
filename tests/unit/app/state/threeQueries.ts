import { tensorOf } from '../../tensor/anyTensor'

/** Three queries with 4, 6 and 8 past tokens, by distance. */
export const threeQueries = tensorOf({
  queries: [4, 6, 8].map((count) => ({
    rows: Array.from({ length: 3 }, () => Array<number>(count).fill(0.5)),
    uncoveredCount: 0,
    gap: 0,
  })),
  align: 'start',
  firstIndex: 0,
  tokenKind: 'own',
})
