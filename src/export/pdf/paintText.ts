import { textWidth } from '../../layout/TextStyle'
import { SerializeError } from '../xml/xmlText'
import { type XmlNode } from '../xml/xmlNodes'
import { type PaperFace } from './paperFaces'
import { type TextRun } from './PaperFonts'
import { colorOperator, affineOf, operator } from './pathOperators'
import { type PdfSheet, type SheetPicture } from './PdfSheet'
import { strokeOperators } from './shapeOperators'
import { attributeLength, styledOf, type Attributes, type Styled } from './Styled'

/** A part of a text in one style. */
interface Piece {
  readonly text: string
  readonly style: Attributes
}

/** A piece as it is drawn. Width in CSS pixels. */
interface SetPiece extends Piece {
  readonly width: number
  readonly runs: readonly SetRun[]
  readonly picture?: SheetPicture
}

interface SetRun extends TextRun {
  /** Width of its glyphs as a share of their usual one; default 1. */
  readonly stretch?: number
  /** Code point in digits, if it is drawn in a box in place of the character. */
  readonly code?: string
}

const BOLD = '700'
/** The isolates of the direction of text, which are not drawn. */
const ISOLATE = /[\u2066-\u2069]/u
const BLACK = '#000000'

/** Sizes of a box with a code point, as multiples of the font size. */
const BOX = { advance: 0.8, width: 0.7, height: 0.86, depth: 0.14, digits: 0.3, row: 0.38 }
/** Width of a digit of the monospaced face. */
const DIGIT = 0.602

/** Draws a text. One whose characters the faces lack is a picture, and without one has their code points in boxes. */
export function paintText(element: Styled, sheet: PdfSheet): void {
  const { own, style, children } = element
  const pieces = trimmed(piecesOf(children, style)).map((piece) => setPiece(piece, sheet))
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0)
  const anchor = style['text-anchor'] ?? 'start'
  const shift = anchor === 'end' ? -width : anchor === 'middle' ? -width / 2 : 0
  const [, down = '0'] = /^(.*)em$/.exec(own['dy'] ?? '0em') ?? []
  const y = attributeLength(own['y']) + attributeLength(down) * fontSizeOf(style)
  const { transform } = own
  if (transform !== undefined) {
    sheet.draw('q', operator('cm', ...affineOf(transform)))
  }
  let x = attributeLength(own['x']) + shift
  for (const piece of pieces) {
    paintPiece(piece, sheet, x, y)
    x += piece.width
  }
  if (transform !== undefined) sheet.draw('Q')
}

function piecesOf(nodes: readonly XmlNode[], style: Attributes): Piece[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [{ text: node.replace(/\s+/g, ' '), style }]
    if (node.tag === 'title') return []
    if (node.tag !== 'tspan') throw new SerializeError(`invalid text in a PDF: <${node.tag}>`)
    const part = styledOf(node, style)
    return piecesOf(part.children, part.style)
  })
}

/** Returns the pieces without white space at their ends, as SVG draws them. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  return pieces
    .map(({ text, style }, k) => {
      const start = k === 0 ? text.trimStart() : text
      return { text: k === pieces.length - 1 ? start.trimEnd() : start, style }
    })
    .filter(({ text }) => text !== '')
}

function setPiece(piece: Piece, sheet: PdfSheet): SetPiece {
  const { text, style } = piece
  const { fonts } = sheet
  const fontSize = fontSizeOf(style)
  const faces = facesOf(style)
  const run = fonts.run(text, faces)
  if (run !== undefined) {
    const fitted = fittedRun(run, text, style)
    return { ...piece, width: fitted.width * fontSize, runs: [fitted] }
  }
  sheet.lacking.push(text)
  const picture = sheet.pictureOf({
    text,
    fontFamily: style['font-family'] ?? '',
    fontSize,
    isBold: style['font-weight'] === BOLD,
    color: style['fill'] ?? BLACK,
  })
  const [face = 'sans'] = faces
  if (picture !== undefined) {
    const { advance } = picture
    return {
      ...piece,
      picture,
      width: advance,
      runs: [fonts.hiddenRun(text, face, advance / fontSize)],
    }
  }
  const runs = Array.from(text, (character): SetRun => {
    if (ISOLATE.test(character)) return fonts.hiddenRun(character, face, 0)
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return fonts.run(character, faces) ?? { ...fonts.hiddenRun(character, face, BOX.advance), code }
  })
  return { ...piece, runs, width: runs.reduce((sum, { width }) => sum + width, 0) * fontSize }
}

/**
 * Returns a run that is no wider than the room that the layout leaves for its text: a few characters of the faces, such
 * as `+`, are wider than in the usual fonts.
 */
function fittedRun(run: TextRun, text: string, style: Attributes): SetRun {
  const face = isMono(style) ? 'mono' : 'sans'
  const stretch = Math.min(1, textWidth(text, 1, face, style['font-weight'] === BOLD) / run.width)
  return { ...run, width: run.width * stretch, stretch }
}

function paintPiece(piece: SetPiece, sheet: PdfSheet, x: number, y: number): void {
  const { style, runs, picture } = piece
  const fontSize = fontSizeOf(style)
  const color = style['fill'] ?? BLACK
  if (picture !== undefined) paintPicture(picture, sheet, x, y)
  let at = x
  for (const run of runs) {
    const isOutlined = style['paint-order'] === 'stroke' && style['stroke'] !== undefined
    const draw = isOutlined ? outlinedOperators : filledOperators
    sheet.draw(...draw(run, style, at, y))
    if (run.code !== undefined) paintBox(run.code, sheet, { fontSize, color, x: at, y })
    at += run.width * fontSize
  }
}

/** Returns operators that show a run on its baseline, where y grows downwards. */
function showOperators(
  { face, encoded, stretch = 1 }: SetRun,
  fontSize: number,
  x: number,
  y: number,
): string[] {
  return [
    `/${face} ${operator('Tf', fontSize)}`,
    operator('Tm', 1, 0, 0, -1, x, y),
    ...(stretch < 1
      ? [operator('Tz', 100 * stretch), `${encoded} Tj`, operator('Tz', 100)]
      : [`${encoded} Tj`]),
  ]
}

function filledOperators(run: SetRun, style: Attributes, x: number, y: number): string[] {
  const shown = showOperators(run, fontSizeOf(style), x, y)
  return ['BT', colorOperator('rg', style['fill'] ?? BLACK), ...shown, 'ET']
}

/**
 * Returns operators that draw a run over its outlines. It is shown once, so that it is copied once: its outlines are
 * drawn, and what lies within its shapes is filled.
 */
function outlinedOperators(run: SetRun, style: Attributes, x: number, y: number): string[] {
  const size = fontSizeOf(style)
  const inside = operator('re', x - size, y - 2 * size, (run.width + 2) * size, 4 * size)
  return [
    'q',
    ...strokeOperators(style),
    'BT 5 Tr',
    ...showOperators(run, size, x, y),
    'ET',
    colorOperator('rg', style['fill'] ?? BLACK),
    `${inside} f Q`,
  ]
}

function paintPicture(picture: SheetPicture, sheet: PdfSheet, x: number, y: number): void {
  const { scale, left, top } = picture
  const [width, height] = [picture.width / scale, picture.height / scale]
  const name = sheet.resource('XObject', picture.reference)
  sheet.draw('q', operator('cm', width, 0, 0, -height, x + left, y + top + height), `${name} Do Q`)
}

interface BoxPlace {
  readonly fontSize: number
  readonly color: string
  readonly x: number
  readonly y: number
}

/** Draws a code point in two rows of digits in a box, as browsers draw what no font has. */
function paintBox(code: string, sheet: PdfSheet, { fontSize, color, x, y }: BoxPlace): void {
  const half = Math.ceil(code.length / 2)
  const left = x + ((BOX.advance - BOX.width) / 2) * fontSize
  const top = y + (BOX.depth - BOX.height) * fontSize
  sheet.draw(
    'q',
    colorOperator('RG', color),
    operator('w', fontSize / 20),
    operator('re', left, top, BOX.width * fontSize, BOX.height * fontSize),
    'S Q /Span << /ActualText () >> BDC BT',
    colorOperator('rg', color),
  )
  for (const [row, digits] of [code.slice(0, half), code.slice(half)].entries()) {
    const run = sheet.fonts.run(digits, ['mono'])
    if (run === undefined) continue
    const start = x + (BOX.advance * fontSize - digits.length * DIGIT * BOX.digits * fontSize) / 2
    const baseline = top + (row + 1) * BOX.row * fontSize
    sheet.draw(...showOperators(run, BOX.digits * fontSize, start, baseline))
  }
  sheet.draw('ET EMC')
}

function fontSizeOf(style: Attributes): number {
  return attributeLength(style['font-size'] ?? '16')
}

/** Returns the faces that draw a style, the best one first. */
function facesOf(style: Attributes): readonly PaperFace[] {
  const isBold = style['font-weight'] === BOLD
  if (isMono(style)) return isBold ? ['monoBold', 'mono', 'sans'] : ['mono', 'sans']
  return isBold ? ['sansBold', 'sans'] : ['sans']
}

function isMono(style: Attributes): boolean {
  return (style['font-family'] ?? '').includes('monospace')
}
