import { colorScale } from '../../color/ColorScale'
import { resolveDomain } from '../../color/Domain'
import { rampOf } from '../../color/Ramp'
import { rasterUrl } from '../../color/rasterUrl'
import { stepOf } from '../../color/stepOf'
import { cellWalk } from '../../formats/foreign/arrangedValues'
import { type FoundArray } from '../../formats/foreign/FoundFile'
import { figureThemes } from '../../figure/FigureTheme'

/** Largest size of a thumbnail in pixels. */
export const THUMBNAIL = { width: 48, height: 32 } as const

/** Returns the URL of a small picture of an array's first matrix. Cells are picked at equal steps, not averaged. */
export function thumbnailUrl(array: FoundArray): string {
  const roles = ['token', 'layer'] as const
  const arrangement = array.dimensions.map((_, i, { length }) => roles[length - 1 - i] ?? 0)
  const walk = cellWalk(array, arrangement, false)
  const rowCount = Math.min(THUMBNAIL.height, walk.layerCount)
  const tokenCount = array.dimensions.at(-1)?.size ?? 1
  const columnCount = Math.min(THUMBNAIL.width, tokenCount)
  const cells = Array.from({ length: rowCount * columnCount }, (_, k) => {
    const row = Math.floor((Math.floor(k / columnCount) * walk.layerCount) / rowCount)
    return array.values[
      walk.offsetOf(row, Math.floor(((k % columnCount) * tokenCount) / columnCount))
    ]
  })
  const finite = cells.filter((cell) => cell !== undefined).filter(Number.isFinite)
  const low = Math.min(...finite)
  const high = Math.max(...finite)
  const domain = resolveDomain('extent', { min: low, max: high })
  const scale = domain && colorScale(domain, { scale: 'linear' })
  return rasterUrl({
    steps: Uint8Array.from(cells, (cell) => stepOf(cell, scale)),
    columnEdges: edges(columnCount, THUMBNAIL.width),
    rowEdges: edges(rowCount, THUMBNAIL.height),
    ...THUMBNAIL,
    ramp: rampOf('viridis'),
    absent: figureThemes.light.absent,
    isCompressed: false,
  })
}

function edges(count: number, length: number): Uint32Array {
  return Uint32Array.from({ length: count + 1 }, (_, k) => Math.round((k * length) / count))
}
