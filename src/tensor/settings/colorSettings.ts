import * as v from 'valibot'
import { setting, ends, finite, oneOf } from './Setting'

/** The names of the colormaps. `color/colormaps` has their colors. */
const colormaps = [
  ['viridis', 'viridis'],
  ['magma', 'magma'],
  ['inferno', 'inferno'],
  ['plasma', 'plasma'],
  ['cividis', 'cividis'],
  ['turbo', 'turbo'],
  ['greys', 'Greys'],
  ['rdbu', 'RdBu, red to blue'],
  ['puor', 'PuOr, purple to orange'],
  ['brbg', 'BrBG, brown to green'],
  ['vik', 'vik, blue to red'],
] as const

/**
 * The ways to set the ends of the colors. `color/Domain` computes them; `analysis/defaultRange` computes those of
 * `auto`.
 */
const domains = [
  ['auto', 'Automatic'],
  ['extent', 'All values'],
  ['symmetric', 'Symmetric'],
  ['98', 'Middle 98 %'],
  ['90', 'Middle 90 %'],
  ['unit', '−1 to 1'],
] as const

const scopes = [
  ['query', 'This query'],
  ['all', 'All queries'],
  ['view', 'The view'],
] as const

const scales = [
  ['linear', 'Linear'],
  ['symlog', 'Symlog'],
  ['rank', 'Rank'],
] as const

/**
 * The amounts that are subtracted from each value: nothing, the mean of the layer (or token), also in standard
 * deviations (z), or the value of the layer (or token) before it.
 */
const transforms = [
  ['raw', 'None'],
  ['layer-mean', 'Layer mean'],
  ['layer-z', 'Layer (z)'],
  ['layer-change', 'Layer below'],
  ['token-mean', 'Token mean'],
  ['token-z', 'Token (z)'],
  ['token-change', 'Token before'],
] as const

const aboveZero = v.pipe(
  finite,
  v.check((number) => number > 0, 'it must be above 0'),
)

/** The settings of the meaning of the colors. */
export const colorSettings = {
  colormap: setting(oneOf(colormaps), {
    default: 'viridis',
    section: 'Colors',
    name: 'Colormap',
    help: 'The colors from the least to the greatest value.',
    terms: ['palette', 'color scheme', 'cmap', 'ramp'],
    options: colormaps,
  }),
  reversed: setting(v.boolean(), {
    default: false,
    section: 'Colors',
    name: 'Reversed',
    help: 'The colors run from the greatest to the least value.',
    terms: ['invert', 'flip', 'colormap'],
  }),
  pivot: setting(finite, {
    default: 0,
    section: 'Colors',
    name: 'Middle color at',
    help: 'The value in the middle of the ramp, and of a symmetric range.',
    form: 'A number. It applies to diverging colormaps.',
    terms: ['pivot', 'center', 'midpoint', 'diverging', 'zero'],
  }),
  domain: setting(v.union([oneOf(domains), ends]), {
    default: 'auto',
    name: 'Color range',
    help: 'The colors run between two values.',
    form: 'Or both ends, the low end first.',
    terms: ['domain', 'vmin', 'vmax', 'limits', 'contrast', 'percentile', 'outliers'],
    options: domains,
  }),
  scope: setting(oneOf(scopes), {
    // Panels, and the layers of queries as rows, have one color scale, so that their colors can be compared.
    default: ({ hasSeveral }) => (hasSeveral ? 'all' : 'query'),
    section: 'Colors',
    name: 'Range of',
    help: 'The range is computed from these values. In panels, “This query” gives each its own colors.',
    terms: ['domain', 'shared', 'panels', 'visible', 'all queries'],
    options: scopes,
  }),
  lock: setting(v.union([v.literal(false), ends]), {
    default: false,
    name: 'Lock this range for all',
    help: 'Holds the ends of this file’s colors while queries and files change.',
    form: 'False, or both ends, the low end first. It takes precedence over the color range.',
    terms: ['freeze', 'fix', 'hold', 'compare', 'domain'],
  }),
  scale: setting(oneOf(scales), {
    default: 'linear',
    section: 'Colors',
    name: 'Scale',
    help: 'The colors follow the value, its magnitude or its rank.',
    terms: ['logarithmic', 'log', 'quantile', 'histogram equalization'],
    options: scales,
  }),
  threshold: setting(aboveZero, {
    absent: 'automatic',
    section: 'Colors',
    name: 'Linear up to',
    help: 'If empty, a hundredth of the farther end.',
    form: 'A magnitude above 0, for the symlog scale.',
    terms: ['threshold', 'linthresh', 'symlog'],
  }),
  transform: setting(oneOf(transforms), {
    default: 'raw',
    section: 'Colors',
    name: 'Transform',
    help: 'Subtracts a mean or an adjacent value from each value; z divides by the standard deviation.',
    terms: [
      'compare',
      'subtract',
      'normalize',
      'center',
      'z-score',
      'mean',
      'difference',
      'change',
    ],
    options: transforms,
  }),
  hidden_size: setting(v.pipe(v.number(), v.safeInteger(), v.minValue(2)), {
    absent: 'from the file',
    isLasting: false,
    section: 'Colors',
    name: 'Hidden size',
    help: 'The width of the compared states sets the noise floor. If empty, the width in the file.',
    form: 'A whole number from 2.',
    terms: ['dimension', 'd_model', 'noise', 'random'],
  }),
  fade: setting(v.boolean(), {
    default: false,
    section: 'Colors',
    name: 'Fade the noise',
    help: 'Cells inside the noise floor are pale.',
    terms: ['random', 'significance', 'chance', 'dim'],
  }),
}
