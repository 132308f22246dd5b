import { type ReactElement } from 'react'
import { attributesOf } from './attributesOf'
import { xmlNodes, type XmlElement, type XmlNode } from './xmlNodes'
import { SerializeError, xmlAttribute, xmlText } from './xmlText'

/** Returns the text of an SVG file, to be stored as UTF-8. Throws SerializeError as `serialize` does. */
export function svgText(element: ReactElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialize(element)}\n`
}

/** Elements in which white space between children would be drawn. */
const INLINE: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath'])

/**
 * Returns the XML of a tree of pure components, as React DOM would build it, with the SVG namespace on its root: one
 * element per line, except that the content of texts has no line breaks. Throws SerializeError if the tree is not one
 * element, or if a part of it cannot be written.
 */
export function serialize(element: ReactElement): string {
  const [root, ...others] = xmlNodes(element)
  if (root === undefined || typeof root === 'string' || others.length > 0) {
    throw new SerializeError('invalid figure: its root is not one element')
  }
  const pieces: string[] = []
  const properties = { xmlns: 'http://www.w3.org/2000/svg', ...root.properties }
  writeElement({ ...root, properties }, '\n', pieces)
  return pieces.join('')
}

/**
 * Adds the pieces of an element. `lineBreak` is a newline with indentation, or empty if no line break may be written.
 */
function writeElement(element: XmlElement, lineBreak: string, pieces: string[]): void {
  const { tag, children } = element
  pieces.push('<', tag)
  for (const [name, value] of attributesOf(tag, element.properties)) {
    pieces.push(' ', name, '="', xmlAttribute(value), '"')
  }
  if (children.length === 0) {
    pieces.push('/>')
    return
  }
  pieces.push('>')
  const isInline = lineBreak === '' || INLINE.has(tag) || children.some(isText)
  for (const child of children) {
    if (isText(child)) {
      pieces.push(xmlText(child))
    } else {
      const childBreak = isInline ? '' : `${lineBreak}  `
      pieces.push(childBreak)
      writeElement(child, childBreak, pieces)
    }
  }
  pieces.push(isInline ? '' : lineBreak, '</', tag, '>')
}

function isText(node: XmlNode): node is string {
  return typeof node === 'string'
}
