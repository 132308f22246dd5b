import fiveLists from '../../fixtures/canonical/five-lists.json?raw'
import { type GoldenCase } from './goldenCases'
import { longPrompts, prompts } from './goldenDocuments'

/** Figures whose rows are the queries at one layer. */
export const rowCases: readonly GoldenCase[] = [
  {
    name: 'rows-five-lists',
    json: fiveLists,
    view: { rows: 'query', layer: 8, axis: 'position', query: 5, cell: [8, 24] },
  },
  {
    name: 'rows-distance-dark',
    json: fiveLists,
    view: { rows: 'query', layer: 8, scope: 'query', layers: 'down' },
    theme: 'dark',
  },
  {
    name: 'rows-narrow',
    json: fiveLists,
    view: { rows: 'query', layer: 8, axis: 'position' },
    width: 380,
    height: 460,
  },
  {
    name: 'rows-aligned',
    json: prompts(true),
    view: { rows: 'query', layer: 2, axis: 'aligned', digits: 2, query: 1, cell: [2, 1] },
  },
  { name: 'rows-raster', json: longPrompts(), view: { rows: 'query', layer: 1, axis: 'aligned' } },
  {
    name: 'rows-column',
    json: fiveLists,
    view: { rows: 'query', layer: 8, axis: 'position', paper: 'column' },
  },
]
