import { type PictureSize } from '../../export/ExportHost'
import { pictureSize } from './pictureSize'

/** Thrown if the browser cannot draw the figure or encode its picture. */
export class PictureError extends Error {
  readonly tag = 'picture'

  constructor(problem: string, options?: ErrorOptions) {
    super(`The picture was not made: ${problem}.`, options)
    this.name = 'PictureError'
  }
}

/**
 * Returns an SVG file's text drawn as a PNG of `width * scale` × `height * scale` pixels, transparent where the SVG
 * draws nothing. Rejects with PictureTooLargeError or PictureError.
 */
export async function rasterized(svg: string, size: PictureSize): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = pictureSize(size)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context === null) throw new PictureError('the browser gave no canvas of that size')
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
    throw new PictureError('the browser cannot draw the figure’s SVG', { cause })
  }
  return image
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new PictureError('the browser ran out of memory for it'))
      else resolve(blob)
    }, 'image/png')
  })
}
