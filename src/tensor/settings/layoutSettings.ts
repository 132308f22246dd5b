import { setting } from './Setting'
import { oneOf } from './values'

const axes = [
  ['distance', 'Distance'],
  ['position', 'Position'],
] as const

const directions = [
  ['up', 'At the bottom'],
  ['down', 'At the top'],
] as const

const widths = [
  ['query', 'This query'],
  ['all', 'All queries'],
] as const

/** The settings of the direction and the length of the axes. */
export const layoutSettings = {
  axis: setting(oneOf(axes), {
    // Distances count from the query, so without a query the axis is the position.
    default: ({ hasQueries }) => (hasQueries ? 'distance' : 'position'),
    section: 'Layout',
    name: 'Tokens by',
    help: 'Nearest first, or as in the sequence.',
    terms: ['horizontal axis', 'x axis', 'columns', 'reverse'],
    options: axes,
    toolbar: { name: 'Tokens' },
  }),
  layers: setting(oneOf(directions), {
    default: 'up',
    section: 'Layout',
    name: 'Layer 0',
    help: 'Where the layers begin.',
    terms: ['vertical axis', 'y axis', 'rows', 'flip', 'upside down'],
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
    name: 'Pad to',
    help: 'As wide as this past, or the longest one.',
    terms: ['padding', 'rectangle', 'columns', 'same width'],
    options: widths,
  }),
}
