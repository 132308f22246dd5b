import { describe, expect, it } from 'vitest'
import { MOST_PANELS, panelPage, panelQuery } from '../../../src/tensor/panels'

function tensorWith(queryCount: number): Parameters<typeof panelPage>[0] {
  return {
    queries: Array.from({ length: queryCount }, (_, k) => ({ label: `q${k}`, position: k })),
  }
}

describe('panelPage', () => {
  const six = tensorWith(6)

  it('has the query in view alone, unless panels are chosen', () => {
    const alone = { firstPanel: 0, panelCount: 1 }
    expect(panelPage(six, { panels: 'one', query: 4 })).toEqual({ queries: [4], ...alone })
    expect(panelPage(tensorWith(1), { panels: 'queries', query: 0 })).toEqual({
      queries: [0],
      ...alone,
    })
  })

  it('has all queries, or the chosen ones in their order, once each', () => {
    expect(panelPage(six, { panels: 'queries', query: 4 }).queries).toEqual([0, 1, 2, 3, 4, 5])
    expect(panelPage(six, { panels: [5, 0, 5, 99, 2], query: 0 })).toEqual({
      queries: [5, 0, 2],
      firstPanel: 0,
      panelCount: 3,
    })
  })

  it('is the page with the query in view if the queries are too many for one', () => {
    const many = tensorWith(500)
    const page = panelPage(many, { panels: 'queries', query: 70 })
    expect(page).toMatchObject({ firstPanel: MOST_PANELS, panelCount: 500 })
    expect(page.queries).toHaveLength(MOST_PANELS)
    expect(page.queries[0]).toBe(MOST_PANELS)
    const last = panelPage(many, { panels: 'queries', query: 499 })
    expect(last.queries).toEqual(Array.from({ length: 500 - 448 }, (_, k) => 448 + k))
  })
})

describe('panelQuery', () => {
  it('is a query that has a panel', () => {
    expect(panelQuery(tensorWith(6), { panels: [3, 5], query: 5 })).toBe(5)
    expect(panelQuery(tensorWith(6), { panels: [3, 5], query: 0 })).toBe(3)
    expect(panelQuery(tensorWith(6), { panels: [77], query: 2 })).toBe(2)
  })
})
