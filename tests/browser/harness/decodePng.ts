import { PNG } from 'pngjs'

export interface DecodedPng {
  readonly width: number
  readonly height: number
  /** Red, green, blue and alpha of a pixel, 0 to 255, counted from the top left. Throws outside the picture. */
  readonly pixel: (x: number, y: number) => number[]
}

/** Throws for what is not a complete PNG. */
export function decodePng(bytes: Buffer): DecodedPng {
  const { width, height, data } = PNG.sync.read(bytes)
  return {
    width,
    height,
    pixel: (x, y) => {
      if (x < 0 || y < 0 || x >= width || y >= height) {
        throw new RangeError(`pixel ${x},${y} is outside ${width} × ${height}`)
      }
      const at = 4 * (y * width + x)
      return [...data.subarray(at, at + 4)]
    },
  }
}
