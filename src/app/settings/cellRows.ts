import { type SettingRow } from './SettingRow'

/** What is in the cells. */
export const cellRows: readonly SettingRow[] = [
  {
    key: 'digits',
    name: 'Values',
    help: 'Written where they fit; digits count from the first that the ticks tell apart.',
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
    help: 'Which of several cells is drawn.',
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
