import { type PictureSize } from '../../export/ExportHost'

/**
 * Returns an SVG file's text drawn as a PNG of `width * scale` × `height * scale` pixels, transparent where the SVG
 * draws nothing. Rejects with `PictureTooLargeError` or `PictureError`.
 */
export async function rasterized(svg: string, size: PictureSize): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = pictureSize(size)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context === null) throw new PictureError('The browser has no canvas of that size.')
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    context.drawImage(await imageOf(url), 0, 0, width, height)
  } finally {
    URL.revokeObjectURL(url)
  }
  const png = await pngOf(canvas)
  return new Uint8Array(await png.arrayBuffer())
}

async function imageOf(url: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = url
  try {
    await image.decode()
  } catch (cause) {
    throw new PictureError('The browser cannot draw the figure’s SVG.', { cause })
  }
  return image
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null)
        reject(new PictureError('The browser has too little memory for the picture.'))
      else resolve(blob)
    }, 'image/png')
  })
}

/** Side and area in pixels of the largest canvas that current browsers support. */
const LARGEST_SIDE = 16_384
const LARGEST_AREA = 268_435_456

/**
 * Returns the width and height of the picture in its own pixels. If no canvas is that large, throws
 * `PictureTooLargeError`.
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

/** Thrown if a picture exceeds the largest canvas. Its sizes are in pixels of the picture. */
export class PictureTooLargeError extends Error {
  readonly tag = 'picture-too-large'
  readonly width: number
  readonly height: number

  constructor(width: number, height: number) {
    super(
      `The picture would have ${width} × ${height} pixels. Browsers draw at most ` +
        `${LARGEST_SIDE} on a side and ${LARGEST_AREA} in all. Save a PDF, which has no pixels, or choose fewer of them.`,
    )
    this.name = 'PictureTooLargeError'
    this.width = width
    this.height = height
  }
}

/** Thrown if the browser cannot draw the figure or encode its picture. */
class PictureError extends Error {
  readonly tag = 'picture'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PictureError'
  }
}
