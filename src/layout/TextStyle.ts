/** Typeface, size and weight of a text. */
export interface TextStyle {
  /** In CSS pixels. */
  readonly fontSize: number
  readonly face: Face
  /** Default false. */
  readonly isBold?: boolean
}

/** Typefaces of the figure: `sans` for words, `mono` for tokens. */
export type Face = 'sans' | 'mono'

export const TITLE: TextStyle = { fontSize: 16, face: 'sans', isBold: true }
export const SUBTITLE: TextStyle = { fontSize: 12, face: 'sans' }
export const PANEL_TITLE: TextStyle = { fontSize: 13, face: 'sans', isBold: true }
export const AXIS_TITLE: TextStyle = { fontSize: 13, face: 'sans' }
export const TICK: TextStyle = { fontSize: 12, face: 'sans' }
export const TOKEN: TextStyle = { fontSize: 12, face: 'mono' }
export const CAPTION: TextStyle = { fontSize: 11, face: 'sans' }

/** Distance between two baselines, as a multiple of the font size. */
const LINE_HEIGHT = 1.4

/** Returns the height of a line in CSS pixels. */
export function lineHeight(style: TextStyle): number {
  return style.fontSize * LINE_HEIGHT
}

/** Returns the width of a text as `textWidth` does. */
export function widthOf(text: string, style: TextStyle): number {
  return textWidth(text, style.fontSize, style.face, style.isBold)
}

/**
 * Returns an upper bound of a text's width in CSS pixels, from a table of advance widths by script: no font is
 * measured, so the figure is the same in Node and in every browser. The bounds hold for the usual system fonts of each
 * face (Segoe UI, Helvetica, Noto Sans, DejaVu Sans; Menlo, Consolas, DejaVu Sans Mono) with a few per cent of slack.
 */
export function textWidth(text: string, fontSize: number, face: Face, isBold = false): number {
  let em = 0
  for (const character of text) em += emWidth(character, face)
  return em * fontSize * (isBold && face === 'sans' ? BOLD : 1)
}

const MONO = 0.62
const BOLD = 1.09

/** The printable ASCII characters that are not as wide as most. */
const SLIM = new Set("ijl'!.,:;`")
const HALF = new Set('Ifrt()[]{}/\\"- ')
/** Marks that sit on the letter before them, joiners, and isolates of the direction of text. */
const ZERO_WIDTH = /^(?:\p{Mn}|\p{Me}|\u200c|\u200d|[\u2066-\u2069])$/u

const WIDE = new Set('mwMW@%')
/** The wide letters of Latin with accents, Greek, Cyrillic and Armenian. */
const WIDE_LETTERS = /^[ÆæŒœŴЖМФШЩЫЮжфшщыюЉЊљњ]$/u

function emWidth(character: string, face: Face): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x7f) return face === 'mono' ? MONO : asciiWidth(character)
  if (ZERO_WIDTH.test(character)) return 0
  if (code < 0x590) return face === 'mono' ? MONO + 0.1 : letterWidth(character)
  return scriptWidth(code)
}

function asciiWidth(character: string): number {
  if (SLIM.has(character)) return 0.34
  if (HALF.has(character)) return 0.46
  if (WIDE.has(character)) return 1.02
  return (character >= 'A' && character <= 'Z') || character === '&' ? 0.8 : 0.65
}

/** Returns the sans width of a letter of Latin with accents, Greek, Cyrillic or Armenian, in em. */
function letterWidth(character: string): number {
  return WIDE_LETTERS.test(character) ? 1.1 : 0.85
}

/** Largest widths by script, as [first code point, last code point, em]; the first range that matches counts. */
const SCRIPTS: readonly (readonly [number, number, number])[] = [
  [0xfdfa, 0xfdfd, 14], // Arabic ligatures that are whole phrases
  [0x12000, 0x1254f, 4], // cuneiform
  [0x13000, 0x1345f, 2], // hieroglyphs
  [0x0590, 0x05ff, 0.75], // Hebrew
  [0x0600, 0x08ff, 1.1], // Arabic, Syriac, Thaana
  [0x0900, 0x0dff, 1.6], // scripts of India
  [0x0e00, 0x0fff, 1.2], // Thai, Lao, Tibetan
  [0x1000, 0x109f, 1.6], // Myanmar
  [0x1100, 0x11ff, 1.1], // Hangul letters
  [0x1780, 0x17ff, 1.6], // Khmer
  [0x2000, 0x206f, 1.1], // punctuation
  [0x2070, 0x2bff, 1.15], // arrows, mathematics, boxes
  [0x2e80, 0xa4cf, 1.1], // CJK
  [0xac00, 0xd7ff, 1.1], // Hangul
  [0xf900, 0xfaff, 1.1], // CJK compatibility
  [0xff00, 0xffef, 1.1], // full width forms
  [0x1f000, 0x1faff, 1.5], // emoji
  [0x20000, 0x3ffff, 1.1], // CJK extensions
]

function scriptWidth(code: number): number {
  return SCRIPTS.find(([first, last]) => code >= first && code <= last)?.[2] ?? 1.4
}
