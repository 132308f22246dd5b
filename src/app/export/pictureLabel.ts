import { type Label, type PicturedLabel } from '../../export/pdf/Label'

/** Pixels of a label's picture per CSS pixel: sharp in print at 600 pixels an inch. */
const SCALE = 6

/** Largest width of a label's picture in pixels; a longer label has fewer pixels per CSS pixel. */
const MAX_WIDTH = 16_000

/** Most pixels of a label's picture: enough for a long title at the usual scale. */
const MAX_PIXELS = 1 << 20

/** Farthest above and below its baseline that a label is drawn, in font sizes. Combining marks would go on for ever. */
const REACH = 3

/** Empty pixels around a label. */
const MARGIN = 4

/** Returns how far a label is drawn above and below its baseline, at most `most`. */
function reachOf(box: TextMetrics, most: number): readonly [above: number, below: number] {
  return [Math.min(box.actualBoundingBoxAscent, most), Math.min(box.actualBoundingBoxDescent, most)]
}

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
  const usual = context.measureText(text)
  const length = usual.width + fontSize
  const [above, below] = reachOf(usual, REACH * fontSize)
  const area = length * Math.max(above + below, 1)
  const scale = Math.min(SCALE, MAX_WIDTH / length, Math.sqrt(MAX_PIXELS / area))
  style(scale)
  const box = context.measureText(text)
  const [ascent, descent] = reachOf(box, REACH * fontSize * scale)
  const left = Math.ceil(box.actualBoundingBoxLeft) + MARGIN
  const top = Math.ceil(ascent) + MARGIN
  const width = left + Math.ceil(box.actualBoundingBoxRight) + MARGIN
  const height = top + Math.ceil(descent) + MARGIN
  return {
    width,
    height,
    pixels() {
      const { canvas } = context
      canvas.width = width
      canvas.height = height
      // A change of its size resets the canvas.
      style(scale)
      context.fillText(text, left, top)
      return context.getImageData(0, 0, width, height).data
    },
    scale,
    left: -left / scale,
    top: -top / scale,
    advance: box.width / scale,
  }
}
