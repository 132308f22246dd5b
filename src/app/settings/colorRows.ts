import { type SettingRow } from './SettingRow'

/** What the colors mean. */
export const colorRows: readonly SettingRow[] = [
  {
    key: 'colormap',
    name: 'Colormap',
    help: 'The colors from least to greatest.',
    control: {
      kind: 'choice',
      options: [
        ['viridis', 'viridis'],
        ['magma', 'magma'],
        ['inferno', 'inferno'],
        ['plasma', 'plasma'],
        ['cividis', 'cividis'],
        ['turbo', 'turbo'],
        ['greys', 'Greys'],
        ['rdbu', 'RdBu'],
        ['puor', 'PuOr'],
        ['brbg', 'BrBG'],
      ],
    },
  },
]
