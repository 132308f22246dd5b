import * as fc from 'fast-check'
import { canonicalJson } from '../../../src/formats/canonical/canonicalJson'
import { settings } from '../../../src/tensor/settings/settings'
import { type View, type ViewSettings } from '../../../src/tensor/View'
import { anyTokenText } from '../layout/anyText'
import { tensorOfRows } from '../tensor/anyTensor'
import { type GoldenCase } from './goldenCases'

/** Every medium that sets a size. */
export const papers = settings.paper.options.flatMap(
  ([paper]): Exclude<View['paper'], 'screen'>[] => (paper === 'screen' ? [] : [paper]),
)

/** Values within and beyond the usual range, missing ones and infinite ones. */
const anyCell = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: -60, max: 60 }).map((n) => n / 1000) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, -0.7, 12_345.678) },
)

const anyRows = fc
  .tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 60 }), fc.boolean())
  .chain(([layerCount, tokenCount, isRagged]) =>
    fc.array(fc.array(anyCell, { minLength: isRagged ? 1 : tokenCount, maxLength: tokenCount }), {
      minLength: layerCount,
      maxLength: layerCount,
    }),
  )

/** The settings that add something to a figure, or change the sizes of its parts. */
const anyAdditions: fc.Arbitrary<ViewSettings> = fc.record(
  {
    profiles: fc.boolean(),
    order: fc.constantFrom('cluster', 'mean', 'sequence'),
    layer_order: fc.constantFrom('cluster', 'sequence'),
    digits: fc.constantFrom(0, 2, 3),
    domain: fc.constantFrom<NonNullable<ViewSettings['domain']>>(
      [-0.01, 0.02],
      [0.03, 0.04],
      'symmetric',
      'extent',
    ),
    scale: fc.constantFrom('linear', 'symlog', 'rank'),
    layers: fc.constantFrom('up', 'down'),
    axis: fc.constantFrom('distance', 'position'),
    indices: fc.boolean(),
    fade: fc.boolean(),
    title: fc.oneof(fc.constant(false), fc.string({ maxLength: 90 })),
    x_title: fc.oneof(fc.constant(false), fc.string({ maxLength: 90 })),
    y_title: fc.oneof(fc.constant(false), fc.string({ maxLength: 90 })),
    color_title: fc.oneof(fc.constant(false), fc.string({ maxLength: 90 })),
    caption: fc.oneof(fc.constant(false), fc.string({ maxLength: 300 })),
    token_lines: fc.constantFrom([0], [0, 1]),
    layer_lines: fc.constantFrom([0], [0, 1]),
  },
  { requiredKeys: [] },
)

/** A figure of a tensor of up to 24 × 60 cells, with any of the parts that a figure can have. */
export const anyFigure: fc.Arbitrary<GoldenCase> = fc
  .record({
    rows: anyRows,
    texts: fc.option(fc.array(anyTokenText, { minLength: 1, maxLength: 6 }), { nil: undefined }),
    hiddenSize: fc.constantFrom(undefined, 768, 40_000),
    view: anyAdditions,
  })
  .map(({ rows, texts, hiddenSize, view }) => {
    const tensor = tensorOfRows(rows)
    const tokenCount = Math.max(...rows.map(({ length }) => length))
    const document = canonicalJson({
      ...tensor,
      title: 'Meta Token #2',
      ...(hiddenSize && { hiddenSize }),
      ...(texts && {
        tokens: {
          kind: 'shared',
          texts: Array.from({ length: tokenCount }, (_, k) => texts[k % texts.length] ?? ''),
        },
      }),
    })
    return { name: 'any', json: document.join(''), view }
  })
