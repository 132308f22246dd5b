import { describe, expect, it } from 'vitest'
import { asLoaded, displayedOf } from '../../../src/analysis/displayedOf'
import { stepOf } from '../../../src/color/Palette'
import { colormaps } from '../../../src/color/colormaps'
import { type ColorScale } from '../../../src/color/ColorScale'
import { figureScale, meansScale } from '../../../src/figure/figureScale'
import { bentTicks, ticksOf } from '../../../src/layout/ticksOf'
import { settings } from '../../../src/tensor/settings/settings'
import { resolveView, type View } from '../../../src/tensor/View'
import { normal } from '../analysis/normal'
import { tensorOfRows } from '../tensor/anyTensor'

const next = normal(5)
/** Values about 0.05 whose last row has a tail, so that no range is symmetric by chance. */
const tensor = tensorOfRows(
  Array.from({ length: 6 }, (_, layer) =>
    Array.from({ length: 640 }, (__, token) => {
      return 0.05 + next() / 7 + (layer === 5 ? (token % 13) / 20 : 0)
    }),
  ),
)
const transforms = [
  'layer-mean',
  'layer-z',
  'layer-change',
  'token-mean',
  'token-z',
  'token-change',
] as const
const diverging = settings.colormap.options
  .map(([name]) => name)
  .filter((name) => colormaps[name].isDiverging)

const cases: readonly (readonly [View['colormap'], View['transform']])[] = [
  ...diverging.map((colormap) => [colormap, 'raw'] as const),
  ...transforms.flatMap((transform) => [
    ['viridis', transform] as const,
    ...diverging.map((colormap) => [colormap, transform] as const),
  ]),
]

function expectMirrored({ low, high, shareOf, isProportional }: ColorScale): void {
  expect(low).toBe(-high)
  const ticks = isProportional ? ticksOf(low, high) : bentTicks(low, high, shareOf)
  const mirrored = ticks.map(({ value, text }) => {
    const other = text.startsWith('−') ? text.replace('−', '+') : text.replace('+', '−')
    return { value: value === 0 ? 0 : -value, text: other }
  })
  expect(ticks).toEqual(mirrored.toReversed())
}

describe('a range by default', () => {
  it.each(cases)(
    'of %s and %s is symmetric, with ticks that mirror each other',
    (colormap, transform) => {
      for (const scale of ['linear', 'symlog', 'rank'] as const) {
        const view = resolveView(tensor, { colormap, transform, scale }, {})
        const displayed = displayedOf(asLoaded(tensor), view)
        const made = [
          figureScale({ displayed, view }),
          meansScale({ displayed, view }, { columns: 3, layers: 0 }),
        ]
        for (const each of made) {
          expect(each).toBeDefined()
          if (each === undefined) continue
          // Ranks are those of the values, which are not symmetric; their middle is.
          if (scale === 'rank') expect(each.low).toBe(-each.high)
          else expectMirrored(each)
          if (colormaps[colormap].isDiverging) expect(stepOf(0, each)).toBe(125)
          expect(each.notes.map(({ tag }) => tag)).not.toContain('uneven-halves')
        }
      }
    },
  )
})
