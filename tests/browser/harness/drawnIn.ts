import { type XmlElement } from './parseXml'

/** A text, rectangle, line or shape of a figure, with all that a reader sees of it. */
export interface Drawn {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

const DRAWN = new Set(['text', 'rect', 'line', 'path', 'polygon', 'image', 'stop'])
/** Attributes that are of no concern to what is seen. */
const UNSEEN = new Set(['id'])

/** Everything that a reader sees of a figure, in the order in which it is drawn. */
export function drawnIn({ name, attributes, children, text }: XmlElement): readonly Drawn[] {
  const seen = Object.fromEntries(Object.entries(attributes).filter(([key]) => !UNSEEN.has(key)))
  const own = DRAWN.has(name) ? [{ name, attributes: seen, text: name === 'text' ? text : '' }] : []
  return [...own, ...children.flatMap(drawnIn)]
}
