import { hasNoiseFloor, noiseFloor } from '../../analysis/noiseFloor'
import { colormaps } from '../../color/colormaps'
import { ColormapPicker } from '../color/ColormapPicker'
import { type SettingRow } from './SettingRow'

/** What the colors mean; their range has an editor of its own. */
export const colorRows: readonly SettingRow[] = [
  {
    key: 'scope',
    name: 'Range of',
    help: 'Whose values the range goes by.',
    control: {
      kind: 'choice',
      options: [
        ['query', 'This query'],
        ['all', 'All queries'],
        ['view', 'The view'],
      ],
    },
  },
  {
    key: 'colormap',
    name: 'Colormap',
    help: 'The colors from least to greatest.',
    control: { kind: 'own', Control: ColormapPicker },
  },
  {
    key: 'reversed',
    name: 'Reversed',
    help: 'The colors run from greatest to least.',
    control: { kind: 'check' },
  },
  {
    key: 'pivot',
    name: 'Middle color at',
    help: 'The value in the middle of the ramp, and of a symmetric range.',
    control: { kind: 'number' },
    isShown: ({ view }) => colormaps[view.colormap].isDiverging || view.domain === 'symmetric',
  },
  {
    key: 'scale',
    name: 'Scale',
    help: 'By value, by magnitude, or by rank among the values.',
    control: {
      kind: 'choice',
      options: [
        ['linear', 'Linear'],
        ['symlog', 'Symlog'],
        ['rank', 'Rank'],
      ],
    },
  },
  {
    key: 'threshold',
    name: 'Linear up to',
    help: 'Empty: a hundredth of the farther end.',
    control: { kind: 'number', placeholder: 'automatic' },
    isShown: ({ view }) => view.scale === 'symlog',
  },
  {
    key: 'transform',
    name: 'Compared with',
    help: 'What each value is seen against; z is in standard deviations.',
    control: {
      kind: 'choice',
      options: [
        ['raw', 'Nothing'],
        ['layer-mean', 'Layer mean'],
        ['layer-z', 'Layer (z)'],
        ['layer-change', 'Layer below'],
        ['token-mean', 'Token mean'],
        ['token-z', 'Token (z)'],
        ['token-change', 'Token before'],
      ],
    },
  },
  {
    key: 'hidden_size',
    name: 'Hidden size',
    help: 'Width of the compared states, for the noise floor; empty: as in the file.',
    control: { kind: 'number', placeholder: 'from the file' },
    isShown: ({ tensor, view }) => hasNoiseFloor(tensor, view.transform),
  },
  {
    key: 'fade',
    name: 'Fade the noise',
    help: 'Cells inside the noise floor are pale.',
    control: { kind: 'check' },
    isShown: ({ tensor, view }) => noiseFloor(tensor, view) !== undefined,
  },
]
