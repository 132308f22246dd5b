import { DEFAULT_AXES, wordsOf } from '../tensor/Axes'
import { type LabelMode, type Matrix } from '../tensor/Matrix'
import { layerLabel, tokenText, type Tensor, type TokenLists } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { givenText, visibleProse, visibleText } from '../text/visibleText'
import { bytePairBytes, bytePieceBytes, CONTINUES, joinedText } from './joinedText'

/** The meaning of a tokenizer's pieces. */
interface Pieces {
  /** Returns the bytes of a piece; undefined for a piece that is text. */
  readonly bytes?: (piece: string) => readonly number[] | undefined
  /** Returns the text of a piece that is text. */
  readonly text?: (piece: string) => string
}

const PIECES: Readonly<Record<LabelMode, Pieces>> = {
  given: {},
  visible: {},
  bpe: { bytes: bytePairBytes },
  sentencepiece: { bytes: bytePieceBytes, text: (piece) => piece.replaceAll('▁', ' ') },
  wordpiece: { text: (piece) => piece.replace(/^##(?=.)/su, CONTINUES) },
}

/** Returns the text of a past token with its white space; undefined if the tensor lists no text for it. */
export function readToken(
  tensor: Tensor,
  queryIndex: number,
  tokenIndex: number,
  mode: LabelMode,
): string | undefined {
  const piece = tokenText(tensor, queryIndex, tokenIndex)
  if (piece === undefined) return undefined
  const { bytes, text } = PIECES[mode]
  const own = bytes?.(piece)
  if (bytes === undefined || own === undefined) return text?.(piece) ?? piece
  return joinedText((offset) => {
    if (offset === 0) return own
    const neighbour = tokenText(tensor, queryIndex, tokenIndex + offset)
    return neighbour === undefined ? undefined : bytes(neighbour)
  })
}

/** Returns the text of a past token as labels and readouts show it, visible and valid; undefined as in `readToken`. */
export function tokenLabelText(
  tensor: Tensor,
  queryIndex: number,
  tokenIndex: number,
  mode: LabelMode,
): string | undefined {
  const text = readToken(tensor, queryIndex, tokenIndex, mode)
  if (text === undefined) return undefined
  return mode === 'given' ? givenText(text) : visibleText(text)
}

/**
 * Returns the text of tokens that share a column, in the same form. The marks at their joints, by which a piece continues
 * the one before, are left out.
 */
export function tokensLabelText(
  tensor: Tensor,
  queryIndex: number,
  tokens: readonly number[],
  mode: LabelMode,
): string {
  const isPiece = mode !== 'given' && mode !== 'visible'
  return tokens
    .map((token, k) => {
      const text = tokenLabelText(tensor, queryIndex, token, mode) ?? '∅'
      return k > 0 && isPiece && text.startsWith(CONTINUES) ? text.slice(CONTINUES.length) : text
    })
    .join('')
}

/** Returns the text of a single piece, visible and valid; a piece with parts of characters is returned as it is. */
export function pieceText(piece: string, mode: LabelMode): string {
  const { bytes, text } = PIECES[mode]
  const own = bytes?.(piece)
  if (own === undefined) return visibleText(text?.(piece) ?? piece)
  return visibleText(
    isWhole(own) ? joinedText((offset) => (offset === 0 ? own : undefined)) : piece,
  )
}

/**
 * Returns the function by which sentences about a matrix show the text of a single column: a piece by itself, or if the
 * columns are not tokens and their labels are as given, the label.
 */
export function columnText({ tensor, labels = 'visible' }: Matrix): (text: string) => string {
  const isLabel = labels === 'given' && !wordsOf(tensor).hasTokens
  return isLabel ? givenText : (text) => pieceText(text, labels)
}

/** Returns the function that gives the label of a layer, visible and valid; rows that are tokens look as the columns do. */
export function rowText({ tensor, labels = 'visible' }: Matrix): (layerIndex: number) => string {
  const { hasRowTokens } = wordsOf(tensor)
  return (layerIndex) => {
    const label = layerLabel(tensor, layerIndex)
    if (!hasRowTokens) return visibleProse(label)
    return labels === 'given' ? givenText(label) : pieceText(label, labels)
  }
}

/** Returns the bytes of a piece that contains parts of characters, as `e6 97`; undefined for other pieces. */
export function splitBytes(piece: string, mode: LabelMode): string | undefined {
  const bytes = PIECES[mode].bytes?.(piece)
  if (bytes === undefined || isWhole(bytes)) return undefined
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

function isWhole(bytes: readonly number[]): boolean {
  // U+FFFD replaces bytes that are no character. A text that contains it counts as not whole too.
  return !new TextDecoder().decode(Uint8Array.from(bytes)).includes('\ufffd')
}

/** Number of texts that are examined, evenly spread. */
const SAMPLE = 1000
/** Least share of the texts with the signs of a tokenizer; in a short list one text is enough. */
const LEAST_SHARE = 0.03

/** Signs of each tokenizer's pieces: a mark of white space, or bytes of a character (lead, then continuation). */
const SIGNS: readonly (readonly [LabelMode, RegExp])[] = [
  ['bpe', /^[ĠĊĉč]|[Â-ô][¡-¬®-¿Ģ-Ń]/u],
  ['sentencepiece', /^▁|^<0x[0-9A-F]{2}>$/u],
  ['wordpiece', /^##[^#\s]/u],
]

/**
 * Returns the label mode of a setting. For `auto`, a sample of the texts decides; plain texts are shown with visible
 * white space, but those of columns that are not tokens only if some begin with it, as tokens do.
 */
export function labelMode(
  setting: View['labels'],
  tokens: TokenLists,
  axes = DEFAULT_AXES,
): LabelMode {
  if (setting !== 'auto') return setting
  const texts = sampleOf(tokens)
  const count = (sign: RegExp): number => texts.filter((text) => sign.test(text)).length
  // Pieces have marks instead of white space: among words with plain spaces, `Ġ` is a letter of Maltese.
  const least = Math.max(1, texts.length * LEAST_SHARE, count(/\s/u))
  const counts = SIGNS.map(([mode, sign]) => ({ mode, count: count(sign) }))
  const [best] = counts.toSorted((a, b) => b.count - a.count)
  if (best !== undefined && best.count >= least) return best.mode
  return wordsOf({ axes }).hasTokens || count(/^\s/u) > 0 ? 'visible' : 'given'
}

function sampleOf(tokens: TokenLists): readonly string[] {
  if (tokens.kind === 'none') return []
  const lists = tokens.kind === 'shared' ? [tokens.texts] : tokens.texts
  const total = lists.reduce((sum, list) => sum + list.length, 0)
  const stride = Math.max(1, total / SAMPLE)
  return lists.flatMap((list) =>
    Array.from({ length: Math.ceil(list.length / stride) }, (_, k) => {
      return list[Math.floor(k * stride)] ?? ''
    }),
  )
}
