import { SaxesParser } from 'saxes'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** All text inside, in document order. */
  readonly text: string
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

/** The root element. Throws, with line and column, for what is not well-formed XML. */
export function parseXml(xml: string): XmlElement {
  const path: OpenElement[] = [{ name: '', attributes: {}, children: [], text: '' }]
  const [root] = path
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' }
    path.at(-1)?.children.push(element)
    path.push(element)
  })
  parser.on('closetag', () => path.pop())
  parser.on('text', (text) => {
    for (const element of path) element.text += text
  })
  parser.on('cdata', (text) => {
    for (const element of path) element.text += text
  })
  parser.write(xml).close()
  const element = root?.children[0]
  if (element === undefined) throw new Error('the XML has no element')
  return element
}

/** The element and everything inside it with that name, in document order. */
export function findElements(element: XmlElement, name: string): XmlElement[] {
  const inside = element.children.flatMap((child) => findElements(child, name))
  return element.name === name ? [element, ...inside] : inside
}
