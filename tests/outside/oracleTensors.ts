import { type View } from '../../src/tensor/View'
import { documentOf, grid, noise, walks, withSome, WORDS } from './oracleCells'

/** A file whose description is computed again. */
export interface OracleCase {
  readonly name: string
  readonly document: object
  readonly view?: Pick<View, 'transform'>
}

const SHAPES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 9],
  [9, 1],
  [2, 2],
  [4, 6],
  [8, 12],
  [12, 15],
  [13, 30],
  [24, 20],
]

const shaped = SHAPES.flatMap(([layers, tokens], index): readonly OracleCase[] => [
  { name: `noise ${layers} × ${tokens}`, document: documentOf([noise(layers, tokens, index + 1)]) },
  {
    name: `walks ${layers} × ${tokens}`,
    document: documentOf([walks(layers, tokens, 0, index + 20)], { hidden_size: 64 }),
  },
  {
    name: `drifting walks ${layers} × ${tokens}`,
    document: documentOf([walks(layers, tokens, 4, index + 40)]),
  },
  {
    name: `ties ${layers} × ${tokens}`,
    document: documentOf([
      grid(layers, tokens, (layer, token) => (((layer * 5 + token * 3) % 7) - 3) / 100),
    ]),
  },
])

const odd: readonly OracleCase[] = [
  { name: 'constant', document: documentOf([grid(6, 9, () => 0.3)]) },
  {
    name: 'constant but for infinity',
    document: documentOf([grid(4, 5, (l, t) => (l + t === 3 ? Infinity : 0.5))]),
  },
  { name: 'tiny', document: documentOf([noise(6, 9, 61, { scale: 1e-12 })]) },
  {
    name: 'huge',
    document: documentOf([noise(6, 9, 62, { scale: 1e9 })], { metric: 'dot product' }),
  },
  {
    name: 'level of a million',
    document: documentOf([noise(12, 20, 63, { scale: 4, level: 1e6 })], { metric: 'dot product' }),
  },
  {
    name: 'near 1',
    document: documentOf([noise(12, 20, 64, { scale: 1e-6, level: 0.99999 })], {
      hidden_size: 768,
    }),
  },
  {
    name: 'near 1 by one layer',
    document: documentOf([noise(12, 20, 65, { scale: 1e-10, level: 0.99 })]),
  },
  { name: 'far apart', document: documentOf([grid(6, 6, (l, t) => 10 ** (l + t - 5))]) },
  {
    name: 'equal means',
    document: documentOf([
      [
        Array.from({ length: 40 }, (_, t) => (t < 20 ? 0.1 : 0.3)),
        Array.from({ length: 40 }, () => 0.2),
        Array.from({ length: 40 }, (_, t) => (t < 20 ? 0.3 : 0.1)),
      ],
    ]),
  },
  {
    name: 'few dimensions',
    document: documentOf([noise(10, 48, 66, { scale: 0.4 })], { hidden_size: 4 }),
  },
  {
    name: 'two dimensions',
    document: documentOf([noise(10, 48, 67, { scale: 0.4 })], { hidden_size: 2 }),
  },
  {
    name: 'eight dimensions',
    document: documentOf([noise(10, 48, 68, { scale: 0.4 })], { hidden_size: 8 }),
  },
  {
    name: 'missing and infinite',
    document: documentOf(
      [withSome(noise(12, 15, 69), (l, t) => [null, Infinity, -Infinity][(l * 15 + t) % 17])],
      { hidden_size: 64 },
    ),
  },
  {
    name: 'ragged',
    document: documentOf([noise(9, 12, 70).map((row, layer) => row.slice(0, 4 + layer))]),
  },
  {
    name: 'ragged at the end',
    document: documentOf([noise(9, 12, 71).map((row, layer) => row.slice(0, 12 - layer))], {
      align: 'end',
    }),
  },
  {
    name: 'labels and first index',
    document: documentOf([walks(7, 8, 3, 72)], {
      layers: ['in', 1, 2, 3, 4, 5, 'out'],
      first_index: 5,
    }),
  },
  {
    name: 'one layer far above',
    document: documentOf([
      grid(12, 30, (l, t) => (l === 5 ? 0.5 : 0) + Math.sin(l * 31 + t * 17) / 20),
    ]),
  },
  {
    name: 'one token far above',
    document: documentOf([
      grid(12, 30, (l, t) => (t === 5 ? 0.5 : 0) + Math.sin(l * 31 + t * 17) / 20),
    ]),
  },
  {
    name: 'falling with distance',
    document: documentOf([grid(3, 60, (l, t) => t / 100 + Math.sin(l + t * 7) / 1000)]),
  },
  {
    name: 'a group that stands out',
    document: documentOf([
      grid(3, 120, (l, t) => (WORDS[(t * 7) % 12] === ':' ? 0.3 : 0) + Math.sin(l + t * t) / 50),
    ]),
  },
  {
    name: 'three queries',
    document: documentOf([noise(6, 7, 73), noise(6, 12, 74), noise(4, 20, 75)]),
  },
  {
    name: 'two prompts without a common token',
    document: documentOf([noise(6, 9, 76), noise(6, 9, 77)], {
      tokens: [
        Array.from({ length: 9 }, (_, k) => `p${k}`),
        Array.from({ length: 9 }, (_, k) => `q${k}`),
      ],
    }),
  },
  {
    name: 'two prompts with a common beginning',
    document: documentOf([noise(6, 12, 78), noise(6, 12, 79)], {
      tokens: [
        Array.from({ length: 12 }, (_, k) => `w${k}`),
        Array.from({ length: 12 }, (_, k) => (k < 7 ? `w${k}` : `v${k}`)),
      ],
    }),
  },
  {
    name: 'layers that sum to 1',
    document: documentOf([
      noise(8, 12, 81).map((row) => {
        const weights = row.map((value) => Math.exp(20 * (value ?? 0)))
        const sum = weights.reduce((total, weight) => total + weight, 0)
        return weights.map((weight) => weight / sum)
      }),
    ]),
  },
  { name: '50,000 tokens', document: { ...documentOf([noise(8, 50_000, 80)]), special: [] } },
]

const transformed: readonly OracleCase[] = (
  ['token-mean', 'token-z', 'layer-mean', 'layer-z', 'token-change', 'layer-change'] as const
).flatMap((transform, index) => [
  {
    name: `noise, ${transform}`,
    document: documentOf([noise(8, 12, index + 90)]),
    view: { transform },
  },
  {
    name: `ties, ${transform}`,
    document: documentOf([grid(6, 10, (l, t) => ((l * 3 + t * 5) % 4) / 10)]),
    view: { transform },
  },
])

/** Differences between equal numbers of a high level, which rounding makes unequal. */
const levelled: OracleCase = {
  name: 'whole numbers at a high level, layer-change',
  document: documentOf([grid(6, 12, (l, t) => 0.05 * (10_000 + ((l * 5 + t * 7) % 6)))]),
  view: { transform: 'layer-change' },
}

/** Tensors of every kind: more than sixty. */
export const oracleCases: readonly OracleCase[] = [...shaped, ...odd, ...transformed, levelled]
