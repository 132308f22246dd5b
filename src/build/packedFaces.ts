import { zlibSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

/** Modules whose ids end so are fonts; the rest of the id is the file of the font. */
const SUFFIX = '.ttf?face'

/** Tables that a PDF does not need: shaping, hints, names. */
const NEEDLESS = [
  'GSUB',
  'GPOS',
  'GDEF',
  'kern',
  'MATH',
  'OS/2',
  'post',
  'name',
  'cvt ',
  'fpgm',
  'prep',
  'gasp',
  'FFTM',
]

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
 * Returns a Vite plugin for modules such as `dejavu-fonts-ttf/ttf/DejaVuSans.ttf?face`. Such a module exports `packed`:
 * the font without hints and without characters that it does not keep, as zlib data in base64.
 */
export function packedFaces(): Plugin {
  return {
    name: 'simlens:faces',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return undefined
      const packed = Buffer.from(await packedFace(id.replace(/\?face$/, '')))
      return `export const packed = '${packed.toString('base64')}'`
    },
  }
}

/** Returns the kept part of a font as zlib data. Rejects if the font is none of those that are packed. */
export async function packedFace(path: string): Promise<Uint8Array> {
  const characters = CHARACTERS[basename(path, '.ttf')]
  if (characters === undefined) throw new Error(`no characters are chosen for ${path}`)
  const font = await subsetFont(await readFile(path), characters, {
    targetFormat: 'truetype',
    noHinting: true,
    noLayoutClosure: true,
    dropTables: NEEDLESS,
  })
  return zlibSync(font, { level: 9 })
}

function textOf(ranges: typeof LATIN): string {
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, k) => first + k))
    .map((code) => String.fromCodePoint(code))
    .join('')
}
