import { attributesOf } from '../xml/attributesOf'
import { SerializeError } from '../xml/xmlText'
import { type XmlElement, type XmlNode } from '../xml/xmlNodes'

/** Attributes of an element by their names in SVG. */
export type Attributes = Readonly<Record<string, string | undefined>>

/** An element of the figure with the style that holds for it. */
export interface Styled {
  readonly tag: string
  readonly own: Attributes
  /** Its own style, and that which it inherits. */
  readonly style: Attributes
  readonly children: readonly XmlNode[]
}

const INHERITED = wordsOf(
  'fill fill-opacity stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin',
  'paint-order font-family font-size font-weight text-anchor',
)

/** Attributes that place an element or name what it is drawn with. */
const OWN = wordsOf(
  'x y width height x1 x2 y1 y2 cx cy r d points dy transform viewBox href',
  'id offset stop-color patternTransform',
)

/** Attributes that change nothing on paper. */
const IDLE = /^(?:data-.*|aria-.*|xmlns|role|patternUnits|shape-rendering|pointer-events)$/

/** Attributes that hold of every drawing here, with the value that they must have. */
const FIXED: Attributes = {
  'image-rendering': 'pixelated',
  preserveAspectRatio: 'none',
  'font-variant': 'tabular-nums',
}

/**
 * Returns an element with its style. Throws SerializeError for an attribute that would be lost: a figure that looks
 * different in a PDF is a defect.
 */
export function styledOf(element: XmlElement, inherited: Attributes): Styled {
  const own: Record<string, string> = {}
  const style: Record<string, string | undefined> = { ...inherited }
  for (const [name, value] of attributesOf(element.tag, element.properties)) {
    if (INHERITED.has(name)) style[name] = value
    else if (OWN.has(name)) own[name] = value
    else if (!IDLE.test(name) && FIXED[name] !== value) {
      throw new SerializeError(`invalid attribute in a PDF: ${name}="${value}" of <${element.tag}>`)
    }
  }
  return { tag: element.tag, own, style, children: element.children }
}

/** Returns a length in CSS pixels; 0 if it is absent. Throws SerializeError if it is not a number. */
export function attributeLength(value: string | undefined): number {
  const length = Number(value ?? 0)
  if (!Number.isFinite(length)) throw new SerializeError(`invalid length in a PDF: ${value}`)
  return length
}

function wordsOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}
