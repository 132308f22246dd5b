import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { colorScale } from '../../../src/color/ColorScale'
import { rampOf } from '../../../src/color/colormaps'
import { rasterPicture } from '../../../src/figure/CellPicture'
import { figureThemes } from '../../../src/figure/FigureTheme'
import { plotGrid } from '../../../src/layout/PlotGrid'
import { binsOf } from '../../../src/tensor/Bins'
import { matrixOf } from '../../../src/tensor/Matrix'
import { tensorOfRows } from '../tensor/anyTensor'
import { sourceOf } from '../tensor/binSource'

interface Drawn {
  readonly isUpward: boolean
  readonly leastPixels?: number
}

const pixelRatio = 1.1
const plot = { x: 0, y: 0, width: 10, height: 275 }
const layerCount = Math.floor(plot.height * pixelRatio)

/** One column of layers that are one device pixel high, at a broken pixel ratio. */
function drawn({ isUpward, ...options }: Drawn): PNG {
  // Neighbours differ by many steps of the ramp, and ends are far apart: each row is seen by its color.
  const rows = Array.from({ length: layerCount }, (_, layer) => [layer % 5])
  const matrix = matrixOf(tensorOfRows(rows), 0, 'position', 'query')
  const grid = plotGrid(matrix, plot, { isUpward, pixelRatio })
  const { columns, layers } = grid
  const basis = {
    colorScale: colorScale({ low: 0, high: 4 }, { scale: 'linear' }),
    noise: undefined,
    view: { fade: false },
    ramp: rampOf('viridis'),
  }
  const bins = binsOf(sourceOf(matrix, { columns, layers }))
  const { href } = rasterPicture({ basis, theme: figureThemes.light, ...options }, grid, bins)
  return PNG.sync.read(Buffer.from(href.slice(href.indexOf(',') + 1), 'base64'))
}

/** The rows at which another color begins. */
function changesIn({ width, height, data }: PNG): number[] {
  const colors = Array.from({ length: height }, (_, y) => data.readUInt32BE(4 * y * width))
  return colors.flatMap((color, y) => (y === 0 || color !== colors[y - 1] ? [y] : []))
}

it.each([true, false])(
  'a raster has every layer where layers are one device pixel high, at a broken pixel ratio (upward: %s)',
  (isUpward) => {
    expect(changesIn(drawn({ isUpward }))).toHaveLength(layerCount)
  },
)

it('a raster with several pixels for a bin has its edges where it has them with one', () => {
  const one = drawn({ isUpward: true })
  const four = drawn({ isUpward: true, leastPixels: 4 })
  // The only column has enough pixels already.
  expect([four.width, four.height]).toEqual([one.width, 4 * one.height])
  expect(changesIn(four)).toEqual(changesIn(one).map((y) => 4 * y))
})
