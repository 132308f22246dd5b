import { base64 } from '../codec/base64'
import { encodeIndexedPng } from '../codec/encodeIndexedPng'
import { paletteOf, PADDING } from './Palette'
import { type AbsentColors, type Ramp } from './colormaps'

export interface RasterOptions {
  /** One step per bin (`stepOf`), row-major, top row first. */
  readonly steps: Uint8Array
  /**
   * The second step of a bin in two halves, by the index of the bin. The lower half has it, or the right half of a bin one
   * pixel high; a bin of one pixel shows the first step only. Default no bin is in halves.
   */
  readonly others?: ReadonlyMap<number, number>
  /**
   * First pixel of each bin, then the end of the last bin (exclusive): ascending, from 0 to `width` at most. Pixels
   * outside the edges are transparent. A bin between two equal edges is hidden.
   */
  readonly columnEdges: Uint32Array
  /** The edges of the rows in the same form, from the top to `height`. */
  readonly rowEdges: Uint32Array
  /** Size of the picture in device pixels. */
  readonly width: number
  readonly height: number
  readonly ramp: Ramp
  readonly absent: AbsentColors
  /** Whether the PNG is compressed; default true. False saves time for a picture that is shown only briefly. */
  readonly isCompressed?: boolean
}

/**
 * Returns the bins as a PNG in a `data:` URL, exactly `width` × `height` pixels, without smoothing. Throws RangeError
 * if the sizes do not fit together.
 */
export function rasterUrl(options: RasterOptions): string {
  check(options)
  const { width, height, ramp, absent, isCompressed = true } = options
  const pixels = enlarged(options)
  const png = encodeIndexedPng({ width, height, pixels, isCompressed, ...paletteOf(ramp, absent) })
  return `data:image/png;base64,${base64(png)}`
}

function enlarged(options: RasterOptions): Uint8Array {
  const { steps, columnEdges, rowEdges, width, height } = options
  const columnCount = columnEdges.length - 1
  const pixels = new Uint8Array(width * height).fill(PADDING)
  for (let r = 0; r + 1 < rowEdges.length; r++) {
    const top = (rowEdges[r] ?? 0) * width
    const bottom = (rowEdges[r + 1] ?? 0) * width
    if (top === bottom) continue
    for (let c = 0; c < columnCount; c++) {
      const step = steps[r * columnCount + c] ?? PADDING
      pixels.fill(step, top + (columnEdges[c] ?? 0), top + (columnEdges[c + 1] ?? 0))
    }
    for (let start = top + width; start < bottom; start += width) {
      pixels.copyWithin(start, top, top + width)
    }
  }
  drawHalves(pixels, options)
  return pixels
}

function drawHalves(
  pixels: Uint8Array,
  { others = new Map(), columnEdges, rowEdges, width }: RasterOptions,
): void {
  const columnCount = columnEdges.length - 1
  for (const [bin, step] of others) {
    const [r, c] = [Math.floor(bin / columnCount), bin % columnCount]
    const [top = 0, bottom = 0] = rowEdges.subarray(r, r + 2)
    const [left = 0, right = 0] = columnEdges.subarray(c, c + 2)
    const isHigh = bottom - top > 1
    const first = isHigh ? top + Math.ceil((bottom - top) / 2) : top
    const start = isHigh ? left : left + Math.ceil((right - left) / 2)
    for (let y = first; y < bottom; y++) pixels.fill(step, y * width + start, y * width + right)
  }
}

function check({ steps, columnEdges, rowEdges, width, height }: RasterOptions): void {
  const binCount = (columnEdges.length - 1) * (rowEdges.length - 1)
  if (steps.length !== binCount) throw new RangeError(`${steps.length} steps for ${binCount} bins`)
  for (const [edges, length] of [[columnEdges, width] as const, [rowEdges, height] as const]) {
    const isRising = edges.every((edge, k) => edge >= (edges[k - 1] ?? 0) && edge <= length)
    if (!isRising) throw new RangeError(`edges ${edges.join()} on ${length} pixels`)
  }
}
