import { type SettingRow } from './SettingRow'

/** What is in the cells. */
export const cellRows: readonly SettingRow[] = [
  {
    key: 'digits',
    name: 'Values',
    help: 'Written into the cells where they fit, from the first digit that the ticks tell apart.',
    control: {
      kind: 'choice',
      options: [
        [0, 'None'],
        [2, '2 digits'],
        [3, '3 digits'],
      ],
    },
  },
  {
    key: 'detail',
    name: 'Shared pixels show',
    help: 'Of several cells that share a pixel, the one farthest from the median, or another.',
    control: {
      kind: 'choice',
      options: [
        ['extreme', 'Most extreme'],
        ['mean', 'Mean'],
        ['max', 'Greatest'],
        ['min', 'Least'],
      ],
    },
  },
]
