import { concatBytes } from './concatBytes'
import { zlib } from './deflated'
import { PNG_SIGNATURE, pngChunk } from './pngChunk'

/** A picture of at most 256 colors. */
export interface IndexedPicture {
  /** Width in pixels, at least 1. */
  readonly width: number
  readonly height: number
  /** One palette index per pixel, row-major, top row first. */
  readonly pixels: Uint8Array
  /** Red, green and blue of each palette entry, 0 to 255. */
  readonly palette: Uint8Array
  /** Opacity of each palette entry, 0 to 255 (opaque). */
  readonly alpha: Uint8Array
  /**
   * Whether the pixels are compressed. Default true. Without compression, encoding takes a fraction of the time; that
   * suits pictures that are shown once and not saved.
   */
  readonly isCompressed?: boolean
}

const FILTER_UP = 2

/**
 * Returns the picture as an 8-bit indexed PNG. Equal pictures give equal bytes, in Node and in the browser. Throws
 * RangeError if the sizes do not fit together.
 */
export function encodeIndexedPng(picture: IndexedPicture): Uint8Array<ArrayBuffer> {
  check(picture)
  const { width, height, palette, isCompressed = true } = picture
  const level = isCompressed ? DEFLATE_LEVEL : 0
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([8, 3], 8)
  const alpha = withoutOpaqueTail(picture.alpha)
  return concatBytes([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('PLTE', palette),
    ...(alpha.length > 0 ? [pngChunk('tRNS', alpha)] : []),
    pngChunk('IDAT', zlib(filteredRows(picture), level)),
    pngChunk('IEND', new Uint8Array(0)),
  ])
}

/** Measured on 2,000 × 1,000 pixels: higher levels make no picture smaller, and some take half as long again. */
const DEFLATE_LEVEL = 4

/**
 * Returns each row after its filter type. A row that repeats the row above becomes zeros, which compress to almost
 * nothing; other filters do not help palette indices.
 */
function filteredRows({ width, height, pixels }: IndexedPicture): Uint8Array {
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++) {
    const start = y * width
    if (y > 0 && isRepeat(pixels, start, width)) rows[y * (width + 1)] = FILTER_UP
    else rows.set(pixels.subarray(start, start + width), y * (width + 1) + 1)
  }
  return rows
}

function isRepeat(pixels: Uint8Array, start: number, width: number): boolean {
  for (let k = start; k < start + width; k++) {
    if (pixels[k] !== pixels[k - width]) return false
  }
  return true
}

/** Returns the opacities without the opaque ones at the end: PNG takes entries that the chunk leaves out as opaque. */
function withoutOpaqueTail(alpha: Uint8Array): Uint8Array {
  const last = alpha.findLastIndex((value) => value !== 255)
  return alpha.subarray(0, last + 1)
}

function check({ width, height, pixels, palette, alpha }: IndexedPicture): void {
  if (!isSize(width) || !isSize(height)) {
    throw new RangeError(`invalid picture size: ${width} × ${height} pixels`)
  }
  if (pixels.length !== width * height) {
    throw new RangeError(`${pixels.length} pixels for a picture of ${width} × ${height}`)
  }
  const entryCount = palette.length / 3
  if (!Number.isInteger(entryCount) || entryCount < 1 || entryCount > 256) {
    throw new RangeError(`a palette of ${palette.length} bytes, not of 1 to 256 colors`)
  }
  if (alpha.length > entryCount) {
    throw new RangeError(`${alpha.length} opacities for a palette of ${entryCount} colors`)
  }
}

/** Returns true if a PNG can hold the length: lengths are 31 bits. */
function isSize(length: number): boolean {
  return Number.isInteger(length) && length >= 1 && length < 2 ** 31
}
