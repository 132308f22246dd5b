import { type ReactElement } from 'react'
import { serialize } from './serialize'

/** Returns the text of an SVG file, to be stored as UTF-8. Throws SerializeError as `serialize` does. */
export function svgText(element: ReactElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialize(element)}\n`
}
