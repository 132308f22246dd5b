import type { PlotPicture } from './plotPicture'

/** The pixels of one color: how many, and the rectangle around them, its right and bottom exclusive. */
export interface ColorArea {
  readonly count: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Every color of a plot, as `#rrggbb`, with its pixels. */
export function colorAreas(picture: PlotPicture): Map<string, ColorArea> {
  const areas = new Map<string, ColorArea>()
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const color = picture.color(x, y)
      const area = areas.get(color) ?? { count: 0, left: x, right: x, top: y, bottom: y }
      areas.set(color, {
        count: area.count + 1,
        left: Math.min(area.left, x),
        right: Math.max(area.right, x + 1),
        top: area.top,
        bottom: y + 1,
      })
    }
  }
  return areas
}

/** How different two colors are: the sum over red, green and blue, 0 … 765. */
export function colorDifference(a: string, b: string): number {
  return [1, 3, 5].reduce((sum, at) => sum + Math.abs(channel(a, at) - channel(b, at)), 0)
}

function channel(color: string, at: number): number {
  return Number.parseInt(color.slice(at, at + 2), 16)
}
