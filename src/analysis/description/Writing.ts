import { wordsOf } from '../../tensor/Axes'
import { ownPlaceOf } from '../../tensor/atLayer'
import { exactText } from '../../tensor/exactText'
import { tokenCountIn, tokenOfColumn, type Matrix } from '../../tensor/Matrix'
import {
  distanceOf,
  hasDistances,
  layerLabel,
  sequenceIndex,
  tokenText,
  type Tensor,
} from '../../tensor/Tensor'
import { beginningOf, cutText } from '../../text/cutText'
import { isolated } from '../../text/isolated'
import { type CellIndex } from '../Statistics'
import { exactTexts, numberTexts, type NumberText } from './numberTexts'

/** Functions by which a description writes texts and numbers of the tensor. */
export interface Writing {
  /** Sets apart a token's text, or another text that is read letter by letter, from the words around it. */
  readonly quote: (text: string) => string
  /** Writes a title or a label within a sentence. */
  readonly prose: (text: string) => string
  /**
   * Returns a function that writes the numbers of a sentence, all with one precision, given values of cells and numbers
   * computed from them.
   */
  readonly numbers: (values: readonly number[], computed?: readonly number[]) => NumberText
}

interface WritingOptions {
  /** Returns a token's text with every character visible and valid in XML. */
  readonly visibleText: (text: string) => string
  /** Returns a token's text as it is read; default `visibleText`. */
  readonly tokenText?: (text: string) => string
  /** Whether values of cells are exact; default false: rounded for readers. */
  readonly isExact?: boolean
  /** Whether the values are float32, which have fewer exact digits; default false. */
  readonly isFloat32?: boolean
  /** Whether the values of cells are computed, by a transform, and so have rounding errors; default false. */
  readonly areComputed?: boolean
  /** The difference up to which computed numbers are equal; default a rounding error of the largest of a sentence. */
  readonly rounding?: number
}

/** Longest text of a token in UTF-16 units; longer ones are cut, since a screen reader would read them for too long. */
const LONGEST = 60
/** Longest label or title in UTF-16 units; longer ones are cut. */
const LONGEST_PROSE = 200
/** Most UTF-16 units of a label or title that are examined. */
const LONGEST_READ = 10_000

/** Returns the writing for plain text. */
export function plainWriting(options: WritingOptions): Writing {
  const {
    visibleText,
    tokenText: asRead = visibleText,
    isExact = false,
    isFloat32 = false,
    areComputed = false,
    rounding = 0,
  } = options
  return {
    quote: (text) => `"${isolated(cutText(asRead(text), LONGEST))}"`,
    prose: (text) => {
      const words = beginningOf(text, LONGEST_READ)
        .split(/\s+/)
        .filter((word) => word !== '')
      return isolated(cutText(words.map((word) => visibleText(word)).join(' '), LONGEST_PROSE))
    },
    numbers: (values, computed = []) => {
      if (isExact) return exactTexts(isFloat32)
      // A float32 has no more digits than its shortest decimal.
      const decimalOf = (value: number): number =>
        isFloat32 && Math.fround(value) === value ? Number(exactText(value, true)) : value
      const [exact, rest] = areComputed ? [[], [...values, ...computed]] : [values, computed]
      const textOf = numberTexts(exact.map(decimalOf), rest.map(decimalOf), { rounding })
      return (value) => textOf(decimalOf(value))
    },
  }
}

/** Returns the writing for Markdown: texts of tokens become code, and special characters in labels are escaped. */
export function markdownWriting(options: WritingOptions): Writing {
  const { tokenText: asRead = options.visibleText } = options
  const plain = plainWriting(options)
  return {
    ...plain,
    quote: (text) => isolatedCode(cutText(asRead(text), LONGEST)),
    prose: (text) => markdownText(plain.prose(text)),
  }
}

/** Returns a code span that is isolated from the text around it: within it, isolates would be part of the code. */
function isolatedCode(text: string): string {
  return isolated(text) === text ? codeSpan(text) : `\u2068${codeSpan(text)}\u2069`
}

/** Returns a text in which no character is Markdown. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)
}

/** Returns a code span whose fence has more backticks than any run of them in the text. */
function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(runs.reduce((most, run) => Math.max(most, run.length), 0) + 1)
  return runs.length === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`
}

/**
 * Returns a phrase for a cell with a written value: `layer 0, token 12 "level" (3 back), 0.04`. It always includes the
 * indices, so that cells with equal labels and texts can be distinguished.
 */
export function cellPhrase(
  matrix: Matrix,
  { layerIndex, tokenIndex }: CellIndex,
  value: string,
  writing: Writing,
): string {
  const layer = layerPhrase(matrix.tensor, layerIndex, writing)
  const own = ownPlaceOf(matrix, layerIndex, tokenIndex)
  const token =
    own === undefined
      ? tokenPhrase(matrix, tokenIndex, writing)
      : tokenCountIn(own.matrix, own.columnIndex, 1) > 1
        ? `column ${tokenIndex}`
        : tokenPhrase(own.matrix, tokenOfColumn(own.matrix, own.columnIndex), writing)
  return `${layer}, ${token}, ${value}`
}

/** Returns `layer 3`, or `layer "L4" (index 3)` if the label differs from the index; heads are `head 3`. */
export function layerPhrase(tensor: Tensor, layerIndex: number, { quote, prose }: Writing): string {
  const label = layerLabel(tensor, layerIndex)
  const noun = wordsOf(tensor).row.one
  if (tensor.atLayer !== undefined) return `${noun} ${prose(label)} (index ${layerIndex})`
  return label === String(layerIndex)
    ? `${noun} ${layerIndex}`
    : `${noun} ${quote(label)} (index ${layerIndex})`
}

/** Returns `token 12 "level" (3 back)`, with the index in the sequence. */
function tokenPhrase(matrix: Matrix, tokenIndex: number, { quote }: Writing): string {
  const { tensor, queryIndex } = matrix
  const text = tokenText(tensor, queryIndex, tokenIndex)
  const { column } = wordsOf(tensor)
  return [
    `${column.one} ${sequenceIndex(tensor, tokenIndex)}`,
    ...(text === undefined ? [] : [quote(text)]),
    ...(hasDistances(tensor, queryIndex)
      ? [`(${distanceOf(tensor, queryIndex, tokenIndex)} back)`]
      : []),
  ].join(' ')
}

/** Returns the short name of a token for lists: `"level" (12)`. */
export function tokenName(
  { tensor, queryIndex }: Pick<Matrix, 'tensor' | 'queryIndex'>,
  tokenIndex: number,
  { quote }: Writing,
): string {
  const text = tokenText(tensor, queryIndex, tokenIndex)
  const index = sequenceIndex(tensor, tokenIndex)
  return text === undefined ? `${wordsOf(tensor).column.one} ${index}` : `${quote(text)} (${index})`
}
