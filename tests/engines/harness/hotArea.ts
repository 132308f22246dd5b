import { colorAreas } from '../../browser/harness/colorAreas'
import { decodePng } from '../../browser/harness/decodePng'
import { plotIn } from '../../browser/harness/plotPicture'
import type { Box } from './figure'

export interface HotArea {
  /** Whether the pixels of its color are one rectangle. */
  readonly isFilled: boolean
  /** Which of the 12 layers it covers, NaN unless it covers one. */
  readonly layer: number
  /** Its middle, as a share of the plot's width from the left. */
  readonly share: number
}

export interface HotPicture {
  readonly png: Buffer
  /** The plot in the picture, in CSS pixels. */
  readonly plot: Box
  /** Pixels per CSS pixel. */
  readonly scale: number
}

/** Returns where a picture of the stress sample has the color of its hot cell, `#rrggbb`; undefined if nowhere. */
export function hotArea({ png, plot, scale }: HotPicture, color: string): HotArea | undefined {
  const picture = plotIn(decodePng(png), plot, scale)
  const area = colorAreas(picture).get(color)
  if (area === undefined) return undefined
  const { left, right, top, bottom, count } = area
  const rowHeight = picture.height / 12
  const layer = 12 - Math.round(bottom / rowHeight)
  const isOneRow = Math.round(top / rowHeight) === 11 - layer
  return {
    isFilled: count === (right - left) * (bottom - top),
    layer: isOneRow ? layer : NaN,
    share: (left + right) / 2 / picture.width,
  }
}
