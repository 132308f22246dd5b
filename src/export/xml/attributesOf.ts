import { SerializeError } from './xmlText'

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

/** Properties that SVG spells with hyphens: `strokeWidth` is the attribute `stroke-width`. */
const HYPHENATED = new Set([
  'alignmentBaseline',
  'baselineShift',
  'clipPath',
  'clipRule',
  'colorInterpolation',
  'colorRendering',
  'dominantBaseline',
  'fillOpacity',
  'fillRule',
  'fontFamily',
  'fontSize',
  'fontSizeAdjust',
  'fontStretch',
  'fontStyle',
  'fontVariant',
  'fontWeight',
  'imageRendering',
  'letterSpacing',
  'markerEnd',
  'markerMid',
  'markerStart',
  'paintOrder',
  'pointerEvents',
  'shapeRendering',
  'stopColor',
  'stopOpacity',
  'strokeDasharray',
  'strokeDashoffset',
  'strokeLinecap',
  'strokeLinejoin',
  'strokeMiterlimit',
  'strokeOpacity',
  'strokeWidth',
  'textAnchor',
  'textDecoration',
  'textRendering',
  'transformOrigin',
  'unicodeBidi',
  'vectorEffect',
  'wordSpacing',
  'writingMode',
])

/** Properties that SVG itself spells with capitals. */
const CAPITALIZED = new Set([
  'clipPathUnits',
  'gradientTransform',
  'gradientUnits',
  'lengthAdjust',
  'markerHeight',
  'markerUnits',
  'markerWidth',
  'maskContentUnits',
  'maskUnits',
  'pathLength',
  'patternContentUnits',
  'patternTransform',
  'patternUnits',
  'preserveAspectRatio',
  'refX',
  'refY',
  'spreadMethod',
  'startOffset',
  'textLength',
  'viewBox',
])

const RENAMED: ReadonlyMap<string, string> = new Map([
  ['className', 'class'],
  ['tabIndex', 'tabindex'],
  ['xmlLang', 'xml:lang'],
  ['xmlSpace', 'xml:space'],
])

function hyphenated(property: string): string {
  return property.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
}

/**
 * Returns the attribute that React DOM writes for a property of an SVG element, or undefined if its spelling is
 * unknown: a guess could be wrong.
 */
function attributeName(property: string): string | undefined {
  const renamed = RENAMED.get(property)
  if (renamed !== undefined) return renamed
  if (HYPHENATED.has(property)) return hyphenated(property)
  if (CAPITALIZED.has(property)) return property
  return /^(?:[a-z][a-z0-9]*|(?:aria|data)-[a-z0-9.-]+)$/.test(property) ? property : undefined
}
