import { layerOrders, tokenOrders } from './orderOptions'
import { type SettingRow } from './SettingRow'

/** How the layers and tokens are laid out. */
export const layoutRows: readonly SettingRow[] = [
  {
    key: 'axis',
    name: 'Tokens by',
    help: 'Nearest first, or as in the sequence.',
    control: {
      kind: 'choice',
      options: [
        ['distance', 'Distance'],
        ['position', 'Position'],
      ],
    },
  },
  {
    key: 'order',
    name: 'Order of tokens',
    help: 'Pin a cell to order them by the values of its layer.',
    control: { kind: 'choice', options: tokenOrders },
  },
  {
    key: 'layer_order',
    name: 'Order of layers',
    help: 'Pin a cell to order them by the values of its token.',
    control: { kind: 'choice', options: layerOrders },
  },
  {
    key: 'layers',
    name: 'Layer 0',
    help: 'Where the layers begin.',
    control: {
      kind: 'choice',
      options: [
        ['up', 'At the bottom'],
        ['down', 'At the top'],
      ],
    },
  },
  {
    key: 'width',
    name: 'Pad to',
    help: 'As wide as this past, or the longest one.',
    control: {
      kind: 'choice',
      options: [
        ['query', 'This query'],
        ['all', 'All queries'],
      ],
    },
    isShown: ({ tensor }) => tensor.queries.length > 1,
  },
]
