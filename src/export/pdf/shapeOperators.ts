import { SerializeError } from '../xml/xmlText'
import {
  circleOperators,
  colorOperator,
  affineOf,
  operator,
  pathOperators,
  polygonOperators,
} from './pathOperators'
import { attributeLength, type Attributes, type Styled } from './Styled'

const CAPS = ['butt', 'round', 'square']
const JOINS = ['miter', 'round', 'bevel']

/** Returns the outline of a shape. Throws SerializeError if the element is none. */
export function outlineOf({ tag, own }: Pick<Styled, 'tag' | 'own'>): string {
  const at = (name: string): number => attributeLength(own[name])
  switch (tag) {
    case 'rect':
      return operator('re', at('x'), at('y'), at('width'), at('height'))
    case 'line':
      return `${operator('m', at('x1'), at('y1'))} ${operator('l', at('x2'), at('y2'))}`
    case 'circle':
      return circleOperators(at('cx'), at('cy'), at('r'))
    case 'path':
      return pathOperators(own['d'] ?? '')
    case 'polygon':
      return polygonOperators(own['points'] ?? '')
    default:
      throw new SerializeError(`invalid element in a PDF: <${tag}>`)
  }
}

/** Returns the operators that set the stroke of a style; none if it has no stroke. */
export function strokeOperators(style: Attributes): string[] {
  const { stroke = 'none' } = style
  if (stroke === 'none') return []
  const dashes = style['stroke-dasharray']
  return [
    colorOperator('RG', stroke),
    operator('w', attributeLength(style['stroke-width'] ?? '1')),
    operator('J', indexIn(CAPS, style['stroke-linecap'])),
    operator('j', indexIn(JOINS, style['stroke-linejoin'])),
    ...(dashes === undefined ? [] : [`[${dashes}] 0 d`]),
  ]
}

/**
 * Returns operators that fill a rectangle with a pattern of parallel lines: of one line in each tile, from one of its
 * edges to the opposite one. Programs draw such lines more exactly than the tiles of a pattern.
 */
export function hatchOperators(rect: Attributes, pattern: Styled, line: Styled): string[] {
  const [x, y] = [attributeLength(rect['x']), attributeLength(rect['y'])]
  const [width, height] = [attributeLength(rect['width']), attributeLength(rect['height'])]
  const matrix = affineOf(pattern.own['patternTransform'] ?? '')
  const [a, b, c, d] = matrix
  // In the pattern's own direction: the lines run along v, one in every `period` of u.
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const
  const across = corners.map(([px, py]) => a * px + b * py)
  const along = corners.map(([px, py]) => c * px + d * py)
  const [low, high] = [Math.min(...along), Math.max(...along)]
  const period = attributeLength(pattern.own['width'])
  const first = attributeLength(line.own['x1'])
  const lines: string[] = []
  const end = Math.floor((Math.max(...across) - first) / period) + 1
  for (let k = Math.floor((Math.min(...across) - first) / period); k <= end; k++) {
    const u = first + k * period
    lines.push(operator('m', u, low), operator('l', u, high))
  }
  return [
    `q ${operator('re', x, y, width, height)} W n`,
    operator('cm', ...matrix),
    ...strokeOperators(line.style),
    ...lines,
    'S Q',
  ]
}

/** Returns the number of a style in PDF; 0 for the default. */
function indexIn(names: readonly string[], name: string | undefined): number {
  return name === undefined ? 0 : names.indexOf(name)
}
