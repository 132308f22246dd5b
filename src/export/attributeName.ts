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
export function attributeName(property: string): string | undefined {
  const renamed = RENAMED.get(property)
  if (renamed !== undefined) return renamed
  if (HYPHENATED.has(property)) return hyphenated(property)
  if (CAPITALIZED.has(property)) return property
  return /^(?:[a-z][a-z0-9]*|(?:aria|data)-[a-z0-9.-]+)$/.test(property) ? property : undefined
}
