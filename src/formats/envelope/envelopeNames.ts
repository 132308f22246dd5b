/** Keyword of a PNG's text chunk, and id of an HTML page's script element. */
export const ENVELOPE_KEYWORD = 'simlens'

/** Namespace of an SVG's element. */
export const ENVELOPE_NAMESPACE = 'urn:simlens:1'
