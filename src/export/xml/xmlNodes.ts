import { Fragment, isValidElement, type ReactElement } from 'react'
import { SerializeError } from './xmlText'

/** A node of the document, with components resolved; a string is text. */
export type XmlNode = string | XmlElement

/** An element of the document. */
export interface XmlElement {
  readonly tag: string
  /** Properties in React's spelling; `attributesOf` converts them. */
  readonly properties: object
  readonly children: readonly XmlNode[]
}

/**
 * Returns the nodes that React would put into the document, without React: components are called with their properties.
 * Throws SerializeError for components that are not pure functions of their properties (hooks, classes, contexts) and
 * for objects that are not elements.
 */
export function xmlNodes(node: unknown): XmlNode[] {
  const nodes: XmlNode[] = []
  collect(node, nodes)
  return nodes
}

function collect(node: unknown, nodes: XmlNode[]): void {
  if (node === undefined || node === null || typeof node === 'boolean' || node === '') return
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint') {
    nodes.push(String(node))
  } else if (Array.isArray(node)) {
    for (const child of node) collect(child, nodes)
  } else if (isValidElement<object>(node)) {
    collectElement(node, nodes)
  } else {
    throw new SerializeError(`invalid node: a value of type ${typeof node} is no element`)
  }
}

function collectElement(element: ReactElement<object>, nodes: XmlNode[]): void {
  const type: unknown = withoutMemo(element.type)
  const { props } = element
  const children: unknown = 'children' in props ? props.children : undefined
  if (type === Fragment) {
    collect(children, nodes)
  } else if (typeof type === 'function') {
    collect(rendered(type, props), nodes)
  } else if (typeof type === 'string' && /^[a-z][a-z0-9]*$/i.test(type)) {
    nodes.push({ tag: type, properties: props, children: xmlNodes(children) })
  } else {
    throw new SerializeError(`invalid element type: ${describeType(type)}`)
  }
}

/** Returns the component inside any number of `React.memo` wrappers; other types are returned unchanged. */
function withoutMemo(type: unknown): unknown {
  const isMemo =
    typeof type === 'object' &&
    type !== null &&
    '$$typeof' in type &&
    type.$$typeof === Symbol.for('react.memo')
  return isMemo && 'type' in type ? withoutMemo(type.type) : type
}

function rendered(component: Function, properties: object): unknown {
  try {
    return Reflect.apply(component, undefined, [properties])
  } catch (error) {
    if (error instanceof SerializeError) throw error
    const problem = error instanceof Error ? error.message : String(error)
    throw new SerializeError(
      `invalid component: ${component.name} is no pure function of its properties (${problem})`,
      { cause: error },
    )
  }
}

function describeType(type: unknown): string {
  return typeof type === 'object' && type !== null && '$$typeof' in type
    ? String(type.$$typeof)
    : String(type)
}
