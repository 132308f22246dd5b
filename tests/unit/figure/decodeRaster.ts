import { PNG } from 'pngjs'
import { type RasterPicture } from '../../../src/figure/CellPicture'

/** The colors of a picture's pixels, as `#rrggbb`; what is transparent is undefined. */
export interface DecodedRaster {
  readonly width: number
  readonly height: number
  readonly at: (x: number, y: number) => string | undefined
}

export function decodeRaster(picture: RasterPicture): DecodedRaster {
  const [, base64 = ''] = picture.href.split('base64,')
  const { width, height, data } = PNG.sync.read(Buffer.from(base64, 'base64'))
  // A picture has millions of pixels, and some hundred colors.
  const names = new Map<number, string>()
  return {
    width,
    height,
    at(x, y) {
      const offset = 4 * (y * width + x)
      if (data[offset + 3] === 0) return undefined
      const rgb = data.readUIntBE(offset, 3)
      const name = names.get(rgb) ?? `#${rgb.toString(16).padStart(6, '0')}`
      names.set(rgb, name)
      return name
    },
  }
}
