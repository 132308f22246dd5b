import { type GoldenCase } from './goldenCases'
import { longPrompts, prompts } from './goldenDocuments'

/** Columns that a query does not have, between those that two prompts share. */
export const alignedCases: readonly GoldenCase[] = [
  { name: 'aligned', json: prompts(), view: { axis: 'aligned' } },
  {
    name: 'aligned-dark',
    json: prompts(),
    theme: 'dark',
    view: { axis: 'aligned', query: 1, align_to: 1, profiles: true, cell: [2, 5] },
  },
  { name: 'aligned-narrow', json: prompts(), width: 400, height: 460, view: { axis: 'aligned' } },
  {
    name: 'aligned-ordered',
    json: prompts(),
    view: { axis: 'aligned', order: 'cluster', layer_order: 'mean', digits: 2 },
  },
  {
    name: 'aligned-pieces',
    json: prompts(true),
    view: { axis: 'aligned', digits: 2, profiles: true, cell: [2, 1], detail: 'max' },
  },
  { name: 'aligned-raster', json: longPrompts(), view: { axis: 'aligned', query: 1 } },
  {
    name: 'aligned-zoomed',
    json: longPrompts(),
    view: { axis: 'aligned', query: 1 },
    columns: { start: 680.5, span: 40 },
  },
  { name: 'paper-column-aligned', json: prompts(), view: { axis: 'aligned', paper: 'column' } },
  // Labels once, and holes in each panel.
  {
    name: 'aligned-panels',
    json: prompts(),
    view: { axis: 'aligned', panels: 'queries', cell: [3, 5] },
  },
  {
    name: 'aligned-panels-narrow',
    json: prompts(),
    theme: 'dark',
    width: 400,
    height: 560,
    view: { axis: 'aligned', panels: 'queries' },
  },
]
