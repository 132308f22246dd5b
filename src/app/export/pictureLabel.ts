import { type Label, type PicturedLabel } from '../../export/pdf/Label'

/** Pixels of a label's picture per CSS pixel: sharp in print at 600 pixels an inch. */
const SCALE = 6

/** Largest width of a label's picture in pixels; a longer label has fewer pixels per CSS pixel. */
const MAX_WIDTH = 16_000

/** Empty pixels around a label. */
const MARGIN = 4

/** Returns a label as the fonts of this browser draw it, or undefined if the browser cannot draw it. */
export function pictureLabel(label: Label): PicturedLabel | undefined {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (context === null) return undefined
  const { text, fontFamily, fontSize, isBold, color } = label
  const style = (scale: number): void => {
    context.font = `${isBold ? 'bold ' : ''}${fontSize * scale}px ${fontFamily || 'sans-serif'}`
    context.fillStyle = color
  }
  style(1)
  const scale = Math.min(SCALE, MAX_WIDTH / (context.measureText(text).width + fontSize))
  style(scale)
  const box = context.measureText(text)
  const left = Math.ceil(box.actualBoundingBoxLeft) + MARGIN
  const top = Math.ceil(box.actualBoundingBoxAscent) + MARGIN
  const width = left + Math.ceil(box.actualBoundingBoxRight) + MARGIN
  const height = top + Math.ceil(box.actualBoundingBoxDescent) + MARGIN
  const { canvas } = context
  canvas.width = width
  canvas.height = height
  // A change of its size resets the canvas.
  style(scale)
  context.fillText(text, left, top)
  const { data } = context.getImageData(0, 0, width, height)
  return {
    width,
    height,
    data,
    scale,
    left: -left / scale,
    top: -top / scale,
    advance: box.width / scale,
  }
}
