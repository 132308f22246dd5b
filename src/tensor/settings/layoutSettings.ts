import * as v from 'valibot'
import { setting, oneOf, count } from './Setting'

const columns = v.pipe(
  v.tuple([count, count]),
  v.check(([first, last]) => first <= last, 'the first column must not be beyond the last'),
)

const pair = v.pipe(
  v.strictTuple([count, count]),
  v.check(([a, b]) => a !== b, 'the two queries must differ'),
)

const panels = [
  ['one', 'One query'],
  ['queries', 'All queries'],
] as const

const rows = [
  ['layer', 'Layers'],
  ['query', 'Queries'],
] as const

/** The settings of which part of a tensor is visible. None of them applies to another tensor. */
export const placeSettings = {
  query: setting(count, {
    default: 0,
    isLasting: false,
    name: 'Meta token',
    help: 'The query that is shown.',
    form: 'Its index, from 0.',
    terms: ['query', 'matrix', 'panel'],
  }),
  panels: setting(
    v.union([oneOf(panels), v.pipe(v.array(count), v.minLength(1), v.maxLength(1000))]),
    {
      default: 'one',
      isLasting: false,
      section: 'Layout',
      name: 'Panels',
      help: 'The queries that are shown side by side, each in a panel.',
      form: 'Or a list of up to 1,000 query indices, from 0.',
      terms: ['small multiples', 'facets', 'grid', 'compare', 'all queries', 'side by side'],
      options: panels,
    },
  ),
  rows: setting(oneOf(rows), {
    default: 'layer',
    isLasting: false,
    section: 'Layout',
    name: 'Rows',
    help: 'Queries are rows at one layer, and replace panels, since one plot has them all.',
    terms: ['queries', 'layers', 'transpose', 'compare', 'vertical axis', 'one layer'],
    options: rows,
  }),
  layer: setting(count, {
    default: 0,
    isLasting: false,
    name: 'Layer shown',
    help: 'The layer that is shown while the rows are queries.',
    form: 'Its index, from 0.',
    terms: ['slider', 'slice', 'depth', 'rows'],
  }),
  flick: setting(pair, {
    absent: 'none',
    isLasting: false,
    name: 'Flick',
    help: 'The two queries that take turns in one frame, in the same colors. One of them is shown.',
    form: 'Their indices, from 0.',
    terms: ['blink', 'swap', 'toggle', 'compare', 'take turns'],
  }),
  x: setting(columns, {
    absent: 'all',
    isLasting: false,
    name: 'Visible columns',
    help: 'The columns that are shown.',
    form: 'First and last column, both included, counted from 0.',
    terms: ['zoom', 'crop', 'window', 'tokens', 'part'],
  }),
  cell: setting(v.strictTuple([count, count]), {
    absent: 'none',
    isLasting: false,
    name: 'Pinned cell',
    help: 'The cell that is marked and described.',
    form: 'Its layer and its token, both indices from 0.',
    terms: ['mark', 'select', 'highlight', 'readout'],
  }),
}

const axes = [
  ['distance', 'Distance'],
  ['position', 'Position'],
  ['aligned', 'Aligned'],
] as const

const directions = [
  ['up', 'At the bottom'],
  ['down', 'At the top'],
] as const

const widths = [
  ['query', 'This query'],
  ['all', 'Longest query'],
] as const

/** The settings of the direction and the length of the axes. */
export const layoutSettings = {
  axis: setting(oneOf(axes), {
    // Distances count from the query, so without a query the axis is the position.
    default: ({ hasQueries }) => (hasQueries ? 'distance' : 'position'),
    section: 'Layout',
    name: 'Tokens by',
    help: 'Where the tokens begin. Aligned: equal tokens of all queries share a column.',
    terms: ['horizontal axis', 'x axis', 'axes', 'columns', 'reverse', 'align', 'compare', 'match'],
    // A single query cannot be aligned.
    isLasting: (axis) => axis !== 'aligned',
    options: axes,
    toolbar: { name: 'Tokens' },
  }),
  align_to: setting(count, {
    default: 0,
    isLasting: false,
    section: 'Layout',
    name: 'Aligned to',
    help: 'The other queries are aligned to this one.',
    form: 'Its index, from 0.',
    terms: ['reference', 'align', 'compare'],
  }),
  layers: setting(oneOf(directions), {
    default: 'up',
    section: 'Layout',
    name: 'Layer 0',
    help: 'The layers begin at this end.',
    terms: ['vertical axis', 'y axis', 'axes', 'rows', 'flip', 'upside down'],
    options: directions,
    toolbar: {
      name: 'Layers',
      options: [
        ['up', '0 at bottom'],
        ['down', '0 at top'],
      ],
    },
  }),
  width: setting(oneOf(widths), {
    default: 'query',
    section: 'Layout',
    name: 'Width',
    help: 'The columns of this query, or of the longest one.',
    terms: ['pad to', 'padding', 'rectangle', 'columns', 'same width'],
    options: widths,
  }),
}
