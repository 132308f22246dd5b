import { rgb } from 'd3-color'
import { SerializeError } from '../xml/xmlText'
import { pdfNumber } from './PdfFile'

/** Distance of a Bézier curve's control points for a quarter of a circle of radius 1: 4/3 (√2 − 1). */
const QUARTER = (4 / 3) * (Math.SQRT2 - 1)

/** A transform: (x, y) becomes (a x + c y + e, b x + d y + f). */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** Returns an operator behind its operands. */
export function operator(name: string, ...operands: readonly number[]): string {
  return [...operands.map((value) => pdfNumber(value)), name].join(' ')
}

/** Returns the operators of an SVG path of straight lines. Throws SerializeError for other commands. */
export function pathOperators(path: string): string {
  const operators: string[] = []
  let [x, y] = [0, 0]
  for (const [, command = '', operands = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    if (command === 'Z') operators.push('h')
    pointsOf(command, numbersOf(operands)).forEach(([toX = x, toY = y], k) => {
      ;[x, y] = [toX, toY]
      operators.push(operator(command === 'M' && k === 0 ? 'm' : 'l', x, y))
    })
  }
  return operators.join(' ')
}

/** Returns the points that a command leads to; a coordinate that it leaves as it is, is absent. */
function pointsOf(
  command: string,
  numbers: readonly number[],
): (readonly [x: number | undefined, y: number | undefined])[] {
  switch (command) {
    case 'Z':
      return []
    case 'H':
      return numbers.map((x) => [x, undefined])
    case 'V':
      return numbers.map((y) => [undefined, y])
    case 'M':
    case 'L':
      return numbers.flatMap((x, k) => (k % 2 === 0 ? [[x, numbers[k + 1]]] : []))
    default:
      throw new SerializeError(`invalid path in a PDF: the command ${command}`)
  }
}

/** Returns the operators of a polygon of SVG. */
export function polygonOperators(points: string): string {
  return pathOperators(`M${points}Z`)
}

/** Returns the operators of a circle. */
export function circleOperators(x: number, y: number, radius: number): string {
  const near = radius * QUARTER
  const corners = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const
  const curves = corners.map(([dx, dy]) => {
    // From where the one before ended, a quarter of a turn further.
    const [ex, ey] = [-dy, dx]
    const start = operator('', x + radius * dx + near * ex, y + radius * dy + near * ey)
    const end = operator('', x + radius * ex + near * dx, y + radius * ey + near * dy)
    return `${start}${end}${operator('c', x + radius * ex, y + radius * ey)}`
  })
  return [operator('m', x + radius, y), ...curves, 'h'].join(' ')
}

/** Returns the operator that sets a color, `rg` for fills and `RG` for strokes. */
export function colorOperator(name: 'rg' | 'RG', color: string): string {
  return operator(name, ...colorOf(color))
}

/** Returns red, green and blue of a color, 0 … 1. Throws SerializeError if it is none. */
export function colorOf(color: string): [red: number, green: number, blue: number] {
  const { r, g, b } = rgb(color)
  if (Number.isNaN(r)) throw new SerializeError(`invalid color in a PDF: ${color}`)
  return [r / 255, g / 255, b / 255]
}

/** Returns the matrix of an SVG transform of translations and rotations. Throws SerializeError for others. */
export function affineOf(transform: string): Affine {
  let matrix: Affine = [1, 0, 0, 1, 0, 0]
  for (const [, name = '', operands = ''] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [first = 0, second = 0, third] = numbersOf(operands)
    const [a, b, c, d, e, f] = matrix
    if (name === 'translate') {
      matrix = [a, b, c, d, a * first + c * second + e, b * first + d * second + f]
    } else if (name === 'rotate' && third === undefined) {
      const angle = (first * Math.PI) / 180
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      matrix = [a * cos + c * sin, b * cos + d * sin, c * cos - a * sin, d * cos - b * sin, e, f]
    } else throw new SerializeError(`invalid transform in a PDF: ${transform}`)
  }
  return matrix
}

function numbersOf(text: string): number[] {
  return (text.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number)
}
