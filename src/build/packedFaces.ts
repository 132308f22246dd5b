import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'
import { base64 } from '../codec/base64'
import { packTypefaces } from '../export/pdf/packedTypefaces'
import { type Typeface } from '../export/pdf/Typeface'
import { readTrueType } from './readTrueType'

/** Modules whose ids end so are the faces in the folder of the file that is named before. */
const SUFFIX = '.ttf?faces'

/** Only outlines and widths are kept: no shaping and no hints. */
const OPTIONS = {
  targetFormat: 'truetype',
  noHinting: true,
  noLayoutClosure: true,
  dropTables: ['GSUB', 'GPOS', 'GDEF'],
} as const

const LATIN: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0x17f], // Latin-1 and extended Latin, with the letters that stand for bytes in tokens
  [0x192, 0x192],
  [0x218, 0x21b], // Romanian
  [0x259, 0x259],
  [0x2c6, 0x2c7],
  [0x2d8, 0x2dd],
  [0x2010, 0x2015], // dashes
  [0x2018, 0x201e], // quotation marks
  [0x2020, 0x2022],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x2044, 0x2044],
  [0x2070, 0x2070], // superscripts and subscripts
  [0x2074, 0x208e],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
]
const GREEK_CYRILLIC: typeof LATIN = [
  [0x384, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x491],
]
const VIETNAMESE: typeof LATIN = [
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1ea0, 0x1ef9],
]
const MARKS = '␀␉␊␍␡␣↵⇥⋯…•▁█■□▲▼●○✓�←↑→↓↔↦⇐⇒⇔∅−×±÷'
const MATHEMATICS = '∀∂∃∆∇∈∉∋∏∑∓∗∘∙√∝∞∠∧∨∩∪∫∴∼≅≈≠≡≤≥≪≫⊂⊃⊆⊇⊕⊗⊥⋅⋮⌈⌉⌊⌋⟨⟩ℓℝ'

const BOLD = textOf([...LATIN, ...GREEK_CYRILLIC]) + MARKS + MATHEMATICS
const REGULAR = BOLD + textOf(VIETNAMESE)

/** The characters that each face keeps. Bold tokens are special ones, which have names in Latin letters. */
const CHARACTERS: Readonly<Record<string, string>> = {
  DejaVuSans: REGULAR,
  'DejaVuSans-Bold': BOLD,
  DejaVuSansMono: REGULAR,
  'DejaVuSansMono-Bold': textOf(LATIN) + MARKS,
}

/**
 * Returns a Vite plugin for modules such as `dejavu-fonts-ttf/ttf/DejaVuSans.ttf?faces`. Such a module exports `packed`:
 * the four faces that stand in the folder of that font, without hints and without characters that they do not keep, as
 * `packTypefaces` packs them, in base64.
 */
export function packedFaces(): Plugin {
  return {
    name: 'simlens:faces',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return undefined
      const packed = base64(packTypefaces(await keptFaces(dirname(id))))
      return `export const packed = '${packed}'`
    },
  }
}

/** Returns the faces of a folder with the characters that they keep: sans, sans bold, mono, mono bold. */
export async function keptFaces(folder: string): Promise<Typeface[]> {
  const fonts = Object.entries(CHARACTERS).map(async ([name, characters]) => {
    const font = await readFile(join(folder, `${name}.ttf`))
    return readTrueType(await subsetFont(font, characters, OPTIONS))
  })
  return await Promise.all(fonts)
}

function textOf(ranges: typeof LATIN): string {
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, k) => first + k))
    .map((code) => String.fromCodePoint(code))
    .join('')
}
