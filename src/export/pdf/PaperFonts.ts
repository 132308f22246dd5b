import { paperFace, type PaperFace } from './paperFaces'
import { asciiBytes, hex, pdfNumber, utf16, type PdfFile } from './PdfFile'
import { trueTypeFont, type UsedGlyph } from './trueTypeFont'
import { type Typeface } from './Typeface'

/** A run of text in one face. */
export interface TextRun {
  readonly face: PaperFace
  /** The numbers of the glyphs, as a PDF string. */
  readonly encoded: string
  /** Advance as a multiple of the font size. */
  readonly width: number
}

/** A character of a file. */
interface UsedCharacter extends UsedGlyph {
  readonly text: string
  /** The number of its glyph in the file's font. */
  readonly number: number
}

/** A character with the marks that stand on it. */
const CHARACTER = /[^]\p{M}*/gu

/** A run that is written from right to left, with what stands between its words. */
const LEFTWARD =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:.*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?/gsu

const NAMES: Readonly<Record<PaperFace, string>> = {
  sans: 'DejaVuSans',
  sansBold: 'DejaVuSans-Bold',
  mono: 'DejaVuSansMono',
  monoBold: 'DejaVuSansMono-Bold',
}

/** Height of capital letters in all faces, in thousandths of the font size. */
const CAP_HEIGHT = 729

/** Most entries in one block of a table of characters (Adobe technical note 5411). */
const MAX_ENTRIES = 100

/** The fonts of a file: of each face the characters that are used. */
export class PaperFonts {
  readonly #used = new Map<PaperFace, Map<string, UsedCharacter>>()

  /** Returns the text in the first of the faces that has all its characters, or undefined if none has. */
  run(text: string, faces: readonly PaperFace[]): TextRun | undefined {
    const characters = text.match(CHARACTER) ?? []
    for (const face of faces) {
      const glyphs = characters.map((character) => glyphOf(paperFace(face), character))
      if (glyphs.every((glyph) => glyph !== undefined)) return this.#run(face, characters, glyphs)
    }
    return undefined
  }

  /**
   * Returns a run that draws nothing and that readers copy as the text. The width is a multiple of the font size.
   */
  hiddenRun(text: string, face: PaperFace, width: number): TextRun {
    // Readers take the characters of a page to stand in the order in which they are seen.
    const characters = Array.from(text.replace(LEFTWARD, reversed))
    const advance = (width / characters.length) * paperFace(face).unitsPerEm
    return this.#run(
      face,
      characters,
      Array.from(characters, () => ({ advance })),
    )
  }

  /** Adds the fonts to a file. Returns an entry of a resource dictionary for each face that is used. */
  write(file: PdfFile): string {
    return Array.from(this.#used, ([face, used]) => {
      return `/${face} ${writeFont(file, face, Array.from(used.values()))}`
    }).join(' ')
  }

  #run(face: PaperFace, characters: readonly string[], glyphs: readonly UsedGlyph[]): TextRun {
    const used = this.#used.get(face) ?? new Map<string, UsedCharacter>()
    this.#used.set(face, used)
    let encoded = ''
    let width = 0
    glyphs.forEach((glyph, k) => {
      const text = characters[k] ?? ''
      // A character that is not drawn has a number for each of its widths.
      const key = glyph.index === undefined ? `${text} ${glyph.advance}` : text
      const known = used.get(key) ?? { ...glyph, text, number: used.size + 1 }
      used.set(key, known)
      encoded += hex(known.number)
      width += glyph.advance / paperFace(face).unitsPerEm
    })
    return { face, encoded: `<${encoded}>`, width }
  }
}

function glyphOf(face: Typeface, character: string): UsedGlyph | undefined {
  const [first = '', ...marks] = Array.from(character.normalize('NFC'))
  const index = marks.length > 0 ? undefined : face.characters.get(first.codePointAt(0) ?? 0)
  return index === undefined ? undefined : { index, advance: face.glyphs[index]?.advance ?? 0 }
}

function reversed(text: string): string {
  return Array.from(text).toReversed().join('')
}

/** Adds a font and returns a reference to it. Source: ISO 32000-1, 9.7 and 9.8. */
function writeFont(file: PdfFile, name: PaperFace, used: readonly UsedCharacter[]): string {
  const face = paperFace(name)
  const thousandths = (units: number): string => pdfNumber((units * 1000) / face.unitsPerEm)
  const font = trueTypeFont(face, used)
  const fontName = `${tagOf(used)}+${NAMES[name]}`
  const embedded = file.addStream(`/Length1 ${font.length}`, font)
  const isMono = name.startsWith('mono')
  const descriptor = file.add(
    [
      `<< /Type /FontDescriptor /FontName /${fontName} /Flags ${isMono ? 5 : 4}`,
      `/FontBBox [${face.box.map(thousandths).join(' ')}] /ItalicAngle 0`,
      `/Ascent ${thousandths(face.ascent)} /Descent ${thousandths(face.descent)}`,
      `/CapHeight ${CAP_HEIGHT} /StemV ${name.endsWith('Bold') ? 160 : 80} /FontFile2 ${embedded} >>`,
    ].join(' '),
  )
  const widths = used.map(({ advance }) => thousandths(advance))
  const descendant = file.add(
    [
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${fontName}`,
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>',
      `/FontDescriptor ${descriptor} /DW 0 /W [1 [${widths.join(' ')}]] /CIDToGIDMap /Identity >>`,
    ].join(' '),
  )
  const characters = file.addStream('', asciiBytes(charactersOf(used)))
  return file.add(
    [
      `<< /Type /Font /Subtype /Type0 /BaseFont /${fontName} /Encoding /Identity-H`,
      `/DescendantFonts [${descendant}] /ToUnicode ${characters} >>`,
    ].join(' '),
  )
}

/** Returns six capital letters that differ between fonts with other characters. */
function tagOf(used: readonly UsedCharacter[]): string {
  let hash = 0
  for (const { text } of used) {
    for (const character of text) {
      hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
    }
  }
  return Array.from({ length: 6 }, (_, k) => {
    return String.fromCharCode(65 + (Math.floor(hash / 26 ** k) % 26))
  }).join('')
}

/** Returns the table from the numbers of glyphs to characters. Source: Adobe technical note 5411. */
function charactersOf(used: readonly UsedCharacter[]): string {
  const blocks: string[] = []
  for (let start = 0; start < used.length; start += MAX_ENTRIES) {
    const rows = used
      .slice(start, start + MAX_ENTRIES)
      .map(({ number, text }) => `<${hex(number)}> <${utf16(text)}>`)
    blocks.push(`${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def',
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange',
    ...blocks,
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n',
  ].join('\n')
}
