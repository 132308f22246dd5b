// What a screenshot says about a plot. Rectangles are in pixels of the picture.
import { median } from './quantile.mjs'

/** The last color of viridis, which is that of the greatest value in all pages. */
const hottest = [253, 231, 37]

/** Whether nearly all of a rectangle is one color, as where a library draws nothing. */
export function isFlat(png, rect) {
  const counts = new Map()
  let total = 0
  for (const { color } of pixelsOf(png, rect)) {
    const key = color.join(',')
    counts.set(key, (counts.get(key) ?? 0) + 1)
    total += 1
  }
  return total === 0 || Math.max(...counts.values()) > 0.98 * total
}

/**
 * How one hot cell is drawn: `full` where a pixel at its place has the color of its value, `faint` where one differs
 * clearly from the rest, else `lost`. `rect` is that of all cells, layer 0 at its bottom or at its top; `slack` is how
 * many pixels beside its place count.
 */
export function needleIn(png, rect, needle, slack = 3) {
  const { layerIndex, layerCount, tokenIndex, tokenCount } = needle
  const usual = usualColor(png, rect)
  const x = rect.x + (rect.width * (tokenIndex + 0.5)) / tokenCount
  const height = rect.height / layerCount
  const rows = [layerIndex, layerCount - 1 - layerIndex]
  let contrast = 0
  let miss = Infinity
  for (const row of rows) {
    const place = { x: x - slack, y: rect.y + row * height, width: 2 * slack, height }
    for (const { color } of pixelsOf(png, place)) {
      contrast = Math.max(contrast, distance(color, usual))
      miss = Math.min(miss, distance(color, hottest))
    }
  }
  if (miss < 16 && contrast > 60) return 'full'
  return contrast > 60 ? 'faint' : 'lost'
}

function usualColor(png, rect) {
  const pixels = [...pixelsOf(png, rect)].filter((_, index) => index % 7 === 0)
  return [0, 1, 2].map((channel) => median(pixels.map(({ color }) => color[channel])))
}

function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

/** The pixels that lie in a rectangle as a whole. */
function* pixelsOf({ width, height, data }, rect) {
  const right = Math.min(width, Math.floor(rect.x + rect.width))
  const bottom = Math.min(height, Math.floor(rect.y + rect.height))
  for (let y = Math.max(0, Math.ceil(rect.y)); y < bottom; y++) {
    for (let x = Math.max(0, Math.ceil(rect.x)); x < right; x++) {
      const at = 4 * (y * width + x)
      yield { color: [data[at], data[at + 1], data[at + 2]] }
    }
  }
}
