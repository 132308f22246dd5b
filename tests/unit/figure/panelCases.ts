import fiveLists from '../../fixtures/canonical/five-lists.json?raw'
import { type GoldenCase } from './goldenCases'
import { fourQueries } from './goldenDocuments'

/** Figures of several panels. */
export const panelCases: readonly GoldenCase[] = [
  {
    name: 'panels',
    json: fourQueries(),
    view: { panels: 'queries', axis: 'position', cell: [2, 1], colormap: 'rdbu' },
  },
  // The six queries of a real file: a ragged grid.
  { name: 'panels-six', json: fiveLists, view: { panels: 'queries' } },
  { name: 'panels-narrow', json: fiveLists, view: { panels: 'queries' }, width: 380, height: 560 },
  {
    name: 'panels-own-scales',
    json: fiveLists,
    view: { panels: [1, 3, 5], scope: 'query', axis: 'position', cell: [3, 2] },
    theme: 'dark',
  },
  {
    name: 'panels-padded',
    json: fiveLists,
    view: { panels: 'queries', width: 'all', axis: 'position', query: 2 },
    theme: 'dark',
  },
  {
    name: 'panels-zoomed',
    json: fiveLists,
    view: { panels: 'queries' },
    columns: { start: 14.5, span: 12 },
  },
  { name: 'panels-columns', json: fiveLists, view: { panels: 'queries', paper: 'columns' } },
]
