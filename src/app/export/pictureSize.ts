import { type PictureSize } from '../../export/ExportHost'

/** Side and area in pixels of the largest canvas that current browsers support. */
const LARGEST_SIDE = 16_384
const LARGEST_AREA = 268_435_456

/** Thrown if a picture exceeds the largest canvas. Its sizes are in pixels of the picture. */
export class PictureTooLargeError extends Error {
  readonly tag = 'picture-too-large'
  readonly width: number
  readonly height: number

  constructor(width: number, height: number) {
    super(
      `The picture would have ${width} × ${height} pixels; browsers draw at most ` +
        `${LARGEST_SIDE} on a side and ${LARGEST_AREA} in all. Choose a smaller scale, or export SVG.`,
    )
    this.name = 'PictureTooLargeError'
    this.width = width
    this.height = height
  }
}

/**
 * Returns the width and height of the picture in its own pixels. Throws PictureTooLargeError if no canvas is that
 * large.
 */
export function pictureSize({
  width,
  height,
  scale,
}: PictureSize): [width: number, height: number] {
  const pixels: [number, number] = [Math.round(width * scale), Math.round(height * scale)]
  if (Math.max(...pixels) > LARGEST_SIDE || pixels[0] * pixels[1] > LARGEST_AREA) {
    throw new PictureTooLargeError(...pixels)
  }
  return pixels
}
