import { PNG } from 'pngjs'
import { type RasterPicture } from '../../../src/figure/CellPicture'

/** The colors of a picture's pixels, as `#rrggbb`; what is transparent is undefined. */
export interface DecodedRaster {
  readonly width: number
  readonly height: number
  at(x: number, y: number): string | undefined
}

export function decodeRaster(picture: RasterPicture): DecodedRaster {
  const [, base64 = ''] = picture.href.split('base64,')
  const { width, height, data } = PNG.sync.read(Buffer.from(base64, 'base64'))
  return {
    width,
    height,
    at(x, y) {
      const offset = 4 * (y * width + x)
      const hex = data.subarray(offset, offset + 3).toString('hex')
      return data[offset + 3] === 0 ? undefined : `#${hex}`
    },
  }
}
