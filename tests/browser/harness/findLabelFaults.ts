import type { BrowserContext } from 'playwright-core'

interface Point {
  readonly x: number
  readonly y: number
}

/** A drawn text with the corners of its rectangle, which may be turned. */
interface Label {
  readonly text: string
  readonly corners: readonly Point[]
}

interface Sheet {
  readonly width: number
  readonly height: number
  readonly labels: readonly Label[]
}

/** Pixels by which a label may be off: anti-aliasing, not a fault. */
const SLACK = 0.5

/** Draws an SVG file and says which of its labels leave the picture or overlap, a line each; empty is good. */
export async function findLabelFaults(context: BrowserContext, svg: string): Promise<string[]> {
  const page = await context.newPage()
  const picture = svg.replace(/^<\?xml[^>]*\?>/, '')
  await page.setContent(`<!doctype html><link rel="icon" href="data:,"><body>${picture}`)
  const { width, height, labels } = await page.evaluate(readSheet)
  await page.close()
  const outside = labels.filter(({ corners }) => {
    return corners.some(
      ({ x, y }) => x < -SLACK || y < -SLACK || x > width + SLACK || y > height + SLACK,
    )
  })
  const pairs = labels.flatMap((a, k) => labels.slice(k + 1).map((b) => [a, b] as const))
  const overlapping = pairs.filter(([a, b]) => isOverlapping(a.corners, b.corners))
  return [
    ...outside.map(({ text }) => `“${text}” leaves the picture`),
    ...overlapping.map(([a, b]) => `“${a.text}” and “${b.text}” overlap`),
  ]
}

/** Runs in the page. Heights are those of the letters, without the room for accents and descenders. */
function readSheet(): Sheet {
  const root = document.querySelector('svg')
  if (root === null) throw new Error('no figure')
  const origin = root.getBoundingClientRect()
  const labels = [...root.querySelectorAll('text')].map((element) => {
    const { x, y, width, height } = element.getBBox()
    const place = element.getScreenCTM()
    if (place === null) throw new Error('a text is not drawn')
    const top = y + 0.2 * height
    const bottom = y + 0.85 * height
    const corners = [
      new DOMPoint(x, top),
      new DOMPoint(x + width, top),
      new DOMPoint(x + width, bottom),
      new DOMPoint(x, bottom),
    ].map((corner) => {
      const moved = corner.matrixTransform(place)
      return { x: moved.x - origin.left, y: moved.y - origin.top }
    })
    // The words of an element's own title are not drawn.
    return { text: [...element.childNodes].at(-1)?.textContent ?? '', corners }
  })
  return { width: origin.width, height: origin.height, labels }
}

/** Two rectangles are apart if a line along a side of one of them parts them. */
function isOverlapping(a: readonly Point[], b: readonly Point[]): boolean {
  return [...sidesOf(a), ...sidesOf(b)].every((side) => {
    const [minA, maxA] = shadow(a, side)
    const [minB, maxB] = shadow(b, side)
    return Math.min(maxA, maxB) - Math.max(minA, minB) > SLACK
  })
}

/** Directions of two neighboring sides, as long as 1. */
function sidesOf([a, b, c]: readonly Point[]): Point[] {
  if (a === undefined || b === undefined || c === undefined) return []
  return [unit(b.x - a.x, b.y - a.y), unit(c.x - b.x, c.y - b.y)]
}

function unit(x: number, y: number): Point {
  const length = Math.hypot(x, y) || 1
  return { x: x / length, y: y / length }
}

function shadow(corners: readonly Point[], along: Point): [number, number] {
  const at = corners.map(({ x, y }) => x * along.x + y * along.y)
  return [Math.min(...at), Math.max(...at)]
}
