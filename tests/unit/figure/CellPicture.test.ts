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

it.each([true, false])(
  'a raster has every layer where layers are one device pixel high, at a broken pixel ratio (upward: %s)',
  (isUpward) => {
    const pixelRatio = 1.1
    const plot = { x: 0, y: 0, width: 10, height: 275 }
    const layerCount = Math.floor(plot.height * pixelRatio)
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
    const { href } = rasterPicture({ basis, theme: figureThemes.light }, grid, bins)
    const png = PNG.sync.read(Buffer.from(href.slice(href.indexOf(',') + 1), 'base64'))
    const colors = Array.from({ length: png.height }, (_, y) =>
      png.data.readUInt32BE(4 * y * png.width),
    )
    const changes = colors.filter((color, y) => y === 0 || color !== colors[y - 1])
    expect(changes).toHaveLength(layerCount)
  },
)
