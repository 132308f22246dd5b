import { describe, expect, it } from 'vitest'
import { asLoaded, displayedOf } from '../../../src/analysis/displayedOf'
import { stepOf } from '../../../src/color/Palette'
import { colormaps } from '../../../src/color/colormaps'
import { type ColorScale } from '../../../src/color/ColorScale'
import { figureScale, meansScale } from '../../../src/figure/figureScale'
import { bentTicks, ticksOf, type Tick } from '../../../src/layout/ticksOf'
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
  ...transforms.flatMap((transform) =>
    ['viridis' as const, ...diverging].map((colormap) => [colormap, transform] as const),
  ),
]

/** The scales of the cells and of the means of a view. */
function scalesOf(
  colormap: View['colormap'],
  transform: View['transform'],
  scale: View['scale'],
): readonly ColorScale[] {
  const view = resolveView(tensor, { colormap, transform, scale }, {})
  const displayed = displayedOf(asLoaded(tensor), view)
  const made = figureScale({ displayed, view })
  const ofMeans = meansScale({ displayed, view }, { columns: 3, layers: 0 })
  return [made, ofMeans].filter((each) => each !== undefined)
}

function ticksOfScale({ low, high, shareOf, isProportional }: ColorScale): readonly Tick[] {
  return isProportional ? ticksOf(low, high) : bentTicks(low, high, shareOf)
}

function mirrored(ticks: readonly Tick[]): readonly Tick[] {
  return ticks
    .map(({ value, text }) => ({
      value: value === 0 ? 0 : -value,
      text: text.startsWith('−') ? text.replace('−', '+') : text.replace('+', '−'),
    }))
    .toReversed()
}

describe('a range by default', () => {
  it.each(cases)('of %s and %s is symmetric, with ticks that mirror each other', (...names) => {
    const bent = [...scalesOf(...names, 'linear'), ...scalesOf(...names, 'symlog')]
    // Ranks are those of the values, which are not symmetric.
    const all = [...bent, ...scalesOf(...names, 'rank')]
    expect(all).toHaveLength(6)
    expect(all.map(({ low }) => low)).toEqual(all.map(({ high }) => -high))
    expect(bent.map(ticksOfScale)).toEqual(bent.map((each) => mirrored(ticksOfScale(each))))
    const notes = all.flatMap((each) => each.notes)
    expect(notes.map(({ tag }) => tag)).not.toContain('uneven-halves')
  })

  it.each(diverging)('of %s has the middle color at 0, also by rank', (colormap) => {
    for (const scale of ['linear', 'symlog', 'rank'] as const) {
      for (const transform of ['raw', 'layer-z'] as const) {
        const steps = scalesOf(colormap, transform, scale).map((each) => stepOf(0, each))
        expect(steps).toEqual([125, 125])
      }
    }
  })
})
