import { attributeName } from './attributeName'
import { SerializeError } from './SerializeError'

const NO_ATTRIBUTES: ReadonlySet<string> = new Set(['children', 'key', 'ref'])

const REFUSED: ReadonlySet<string> = new Set(['style', 'dangerouslySetInnerHTML'])

/** Attributes for which `false` is a value and not an absence. */
const SAYS_FALSE = /^(?:aria-|data-|focusable$)/

/**
 * Returns the properties of an element as attributes, in their order, as React DOM writes them. Handlers and properties
 * that are undefined, null or false are left out. Throws SerializeError for a property whose attribute is not certain.
 */
export function attributesOf(tag: string, properties: object): [name: string, value: string][] {
  const attributes: [string, string][] = []
  const entries: [string, unknown][] = Object.entries(properties)
  for (const [property, value] of entries) {
    if (NO_ATTRIBUTES.has(property) || isHandler(property, value)) continue
    if (REFUSED.has(property)) throw invalid(tag, property, 'has no place in a figure')
    const text = attributeText(tag, property, value)
    if (text === undefined) continue
    const name = attributeName(property)
    if (name === undefined) throw invalid(tag, property, 'has no known spelling in SVG')
    attributes.push([name, text])
  }
  return attributes
}

function attributeText(tag: string, property: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value === 'boolean' && SAYS_FALSE.test(property)) return String(value)
  if (value === false) return undefined
  const found = typeof value === 'number' || value === true ? String(value) : `a ${typeof value}`
  throw invalid(tag, property, `is ${found}`)
}

function isHandler(property: string, value: unknown): boolean {
  return typeof value === 'function' && /^on[A-Z]/.test(property)
}

function invalid(tag: string, property: string, problem: string): SerializeError {
  return new SerializeError(`invalid attribute of <${tag}>: ${property} ${problem}`)
}
