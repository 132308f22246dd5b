import { type SettingRow } from './SettingRow'

/** What is in the cells. */
export const cellRows: readonly SettingRow[] = [
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
