import { PNG } from 'pngjs'

export interface DecodedPng {
  readonly width: number
  readonly height: number
  /** Red, green, blue and alpha of a pixel, 0 to 255, counted from the top left. Throws outside the picture. */
  readonly pixel: (x: number, y: number) => number[]
  /** The same as `#rrggbb`, without the alpha. */
  readonly color: (x: number, y: number) => string
}

/** Throws for what is not a complete PNG. */
export function decodePng(bytes: Buffer): DecodedPng {
  const { width, height, data } = PNG.sync.read(bytes)
  function placeOf(x: number, y: number): number {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      throw new RangeError(`pixel ${x},${y} is outside ${width} × ${height}`)
    }
    return 4 * (y * width + x)
  }
  return {
    width,
    height,
    pixel: (x, y) => [...data.subarray(placeOf(x, y), placeOf(x, y) + 4)],
    color: (x, y) => nameOf(data.readUIntBE(placeOf(x, y), 3)),
  }
}

const names = new Map<number, string>()

/** Pictures have few colors and many pixels: each name is made once. */
function nameOf(rgb: number): string {
  const name = names.get(rgb) ?? `#${rgb.toString(16).padStart(6, '0')}`
  names.set(rgb, name)
  return name
}
