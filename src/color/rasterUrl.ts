import { base64 } from '../codec/base64'
import { encodeIndexedPng } from '../codec/png'
import { paletteOf, type AbsentColors } from './Palette'
import { type Ramp } from './Ramp'

export interface RasterOptions {
  /** One step per bin (`stepOf`), row-major, top row first. */
  readonly steps: Uint8Array
  readonly columnCount: number
  readonly rowCount: number
  /** Size of the picture in device pixels; a bin gets at least one pixel each way. */
  readonly width: number
  readonly height: number
  readonly ramp: Ramp
  readonly absent: AbsentColors
}

/**
 * The bins as a PNG in a `data:` URL, exactly `width` × `height` pixels, nothing smoothed: bin c
 * covers the pixels `pixelEdge(c, …)` up to but not including `pixelEdge(c + 1, …)`. Throws
 * RangeError where the sizes do not fit together.
 */
export function rasterUrl(options: RasterOptions): string {
  check(options)
  const { width, height, ramp, absent } = options
  const pixels = enlarged(options)
  const png = encodeIndexedPng({ width, height, pixels, ...paletteOf(ramp, absent) })
  return `data:image/png;base64,${base64(png)}`
}

/** First pixel of a bin among `binCount` bins on `length` pixels; `length` for the one after the last. */
export function pixelEdge(binIndex: number, binCount: number, length: number): number {
  return Math.round((binIndex * length) / binCount)
}

function enlarged({ steps, columnCount, rowCount, width, height }: RasterOptions): Uint8Array {
  const columns = binsOfPixels(columnCount, width)
  const pixels = new Uint8Array(width * height)
  for (let r = 0; r < rowCount; r++) {
    const row = steps.subarray(r * columnCount, (r + 1) * columnCount)
    const top = pixelEdge(r, rowCount, height) * width
    for (let x = 0; x < width; x++) pixels[top + x] = row[columns[x] ?? 0] ?? 0
    const bottom = pixelEdge(r + 1, rowCount, height) * width
    for (let start = top + width; start < bottom; start += width) {
      pixels.copyWithin(start, top, top + width)
    }
  }
  return pixels
}

/** The bin that each pixel shows. */
function binsOfPixels(binCount: number, length: number): Uint32Array {
  const bins = new Uint32Array(length)
  for (let k = 0; k < binCount; k++) {
    bins.fill(k, pixelEdge(k, binCount, length), pixelEdge(k + 1, binCount, length))
  }
  return bins
}

function check({ steps, columnCount, rowCount, width, height }: RasterOptions): void {
  if (steps.length !== columnCount * rowCount) {
    throw new RangeError(`${steps.length} steps for ${columnCount} × ${rowCount} bins`)
  }
  if (columnCount < 1 || rowCount < 1 || width < columnCount || height < rowCount) {
    throw new RangeError(
      `${columnCount} × ${rowCount} bins do not fit into ${width} × ${height} pixels`,
    )
  }
}
