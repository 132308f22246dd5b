/** Typeface, size and weight of a text. */
export interface TextStyle {
  /** In CSS pixels. */
  readonly fontSize: number
  readonly face: Face
  /** Default false. */
  readonly isBold?: boolean
  /** Whether the text is set in DejaVu, which files for paper embed or name first; default the reader's own fonts. */
  readonly isEmbedded?: boolean
}

/** Typefaces of the figure: `sans` for words, `mono` for tokens. */
export type Face = 'sans' | 'mono'

/** Distance between two baselines, as a multiple of the font size, in the reader's fonts and in DejaVu. */
const LINE_HEIGHTS = [1.4, 1.2] as const

/** Returns the height of a line in CSS pixels. */
export function lineHeight({ fontSize, isEmbedded = false }: TextStyle): number {
  return fontSize * LINE_HEIGHTS[isEmbedded ? 1 : 0]
}

/** Returns an upper bound of a text's width in CSS pixels, as `textWidth` and `embeddedWidth` do. */
export function widthOf(text: string, style: TextStyle): number {
  const { fontSize, face, isBold, isEmbedded = false } = style
  return isEmbedded && isBold !== true
    ? embeddedWidth(text, fontSize, face)
    : textWidth(text, fontSize, face, isBold)
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
const BOLD = 1.18

/** The printable ASCII characters that are not as wide as most. */
const SLIM = new Set("ijl'.,:;")
const HALF = new Set('Ifrt()[]/\\!"- ')
const SIGNS = new Set('+<=>#~^')
/** Marks that sit on the letter before them, joiners, and isolates of the direction of text. */
const ZERO_WIDTH = /^(?:\p{Mn}|\p{Me}|\u200c|\u200d|[\u2066-\u2069])$/u

const WIDE = new Set('mwMW@%')
/** The wide letters of Latin with accents, Greek, Cyrillic and Armenian. */
const WIDE_LETTERS = /^[ÆæŒœŴЖМФШЩЫЮжфшщыюЉЊљњ©®¼-¾ĦƕƜƠ-ƢƯȸȹɯ-ɱɶʣ-ʩͲΉΜϠ-ϢϺ\u0531-\u058f]$/u
const WIDEST_LETTERS = /^[Ǆ-ǳǶ-ǽ\u0460-\u052f]$/u

function emWidth(character: string, face: Face): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x7f) return face === 'mono' ? MONO : asciiWidth(character)
  if (ZERO_WIDTH.test(character)) return 0
  if (code < 0x590) return letterWidth(character, face)
  return scriptWidth(code)
}

function asciiWidth(character: string): number {
  if (SLIM.has(character)) return 0.34
  if (HALF.has(character)) return 0.46
  if (WIDE.has(character)) return 1.02
  if (SIGNS.has(character)) return 0.86
  return (character >= 'A' && character <= 'Z') || character === '&' ? 0.8 : 0.65
}

/** Returns the width of a letter of Latin with accents, Greek, Cyrillic or Armenian, in em. */
function letterWidth(character: string, face: Face): number {
  if (WIDEST_LETTERS.test(character)) return 1.43
  if (face === 'mono') return MONO + 0.1
  return WIDE_LETTERS.test(character) ? 1.13 : 0.85
}

/** Largest widths by script, as [first code point, last code point, em]; the first range that matches counts. */
const SCRIPTS: readonly (readonly [number, number, number])[] = [
  [0xfdfa, 0xfdfd, 14], // Arabic ligatures that are whole phrases
  [0x12000, 0x1254f, 4], // cuneiform
  [0x13000, 0x1345f, 2], // hieroglyphs
  [0x0590, 0x05ff, 0.75], // Hebrew
  [0x0600, 0x08ff, 1.23], // Arabic, Syriac, Thaana
  [0x0900, 0x0dff, 1.6], // scripts of India
  [0x0e00, 0x0fff, 1.2], // Thai, Lao, Tibetan
  [0x1000, 0x109f, 1.6], // Myanmar
  [0x1100, 0x11ff, 1.1], // Hangul letters
  [0x1400, 0x169f, 1.73], // Canadian syllables, Ogham
  [0x1780, 0x17ff, 1.6], // Khmer
  [0x2030, 0x2031, 1.75], // per mille
  [0x20a7, 0x20af, 1.3], // pesetas, drachmas
  [0x213b, 0x2188, 1.43], // fractions, Roman numerals
  [0x22d8, 0x22d9, 1.43], // much less, much greater
  [0x2324, 0x2387, 1.45], // keys
  [0x260e, 0x26a4, 1.26], // pictographs
  [0x27f4, 0x27ff, 1.44], // long arrows
  [0x2a0c, 0x2a0c, 1.42], // quadruple integral
  [0x2000, 0x206f, 1.1], // punctuation
  [0x2070, 0x2bff, 1.15], // arrows, mathematics, boxes
  [0x2e80, 0xa4cf, 1.1], // CJK
  [0xac00, 0xd7ff, 1.1], // Hangul
  [0xf900, 0xfaff, 1.1], // CJK compatibility
  [0xff00, 0xffef, 1.1], // full width forms
  [0xfb00, 0xfb17, 1.54], // ligatures
  [0x1f000, 0x1faff, 1.61], // emoji
  [0x20000, 0x3ffff, 1.1], // CJK extensions
]

function scriptWidth(code: number): number {
  return SCRIPTS.find(([first, last]) => code >= first && code <= last)?.[2] ?? 1.4
}

/** Advance widths in DejaVu Sans of the characters from U+0020 to U+007E, in thousandths of an em, rounded up. */
const DEJAVU_SANS = [
  318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637,
  637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 531, 1000, 685, 687, 699, 771, 632,
  576, 775, 752, 295, 295, 656, 558, 863, 749, 788, 604, 788, 695, 635, 611, 732, 685, 989, 686,
  611, 686, 391, 337, 391, 838, 500, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580,
  278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
]
/** The widths of other characters that texts of a figure often contain, in the same unit. */
const DEJAVU_SIGNS: Readonly<Record<string, number>> = {
  '−': 838,
  '×': 838,
  '±': 838,
  '→': 838,
  '←': 838,
  '…': 1000,
  '•': 590,
  '·': 318,
  '–': 500,
  '’': 318,
}
const DEJAVU_MONO = 0.603

/**
 * Returns an upper bound of the width of a text in DejaVu, in CSS pixels. It also holds for the other fonts of
 * `textWidth`, nearly all of which are narrower.
 */
function embeddedWidth(text: string, fontSize: number, face: Face): number {
  let em = 0
  for (const character of text) em += embeddedEm(character, face)
  return em * fontSize
}

function embeddedEm(character: string, face: Face): number {
  const code = character.codePointAt(0) ?? 0
  const sans = DEJAVU_SANS[code - 0x20] ?? DEJAVU_SIGNS[character]
  if (sans === undefined) return emWidth(character, face)
  return face === 'mono' ? DEJAVU_MONO : sans / 1000
}
