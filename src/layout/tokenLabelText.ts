import { type LabelMode } from '../tensor/Matrix'
import { tokenText, type Tensor } from '../tensor/Tensor'
import { CONTINUES, joinedText } from './joinedText'
import { bytePairBytes, bytePieceBytes } from './tokenBytes'
import { givenText, visibleText } from '../text/visibleText'

interface Pieces {
  /** The bytes that a piece stands for; undefined for one that is text. */
  readonly bytes?: (piece: string) => readonly number[] | undefined
  /** What a piece that is text says. */
  readonly text?: (piece: string) => string
}

const PIECES: Readonly<Record<LabelMode, Pieces>> = {
  given: {},
  visible: {},
  bpe: { bytes: bytePairBytes },
  sentencepiece: { bytes: bytePieceBytes, text: (piece) => piece.replaceAll('▁', ' ') },
  wordpiece: { text: (piece) => piece.replace(/^##(?=.)/su, CONTINUES) },
}

/** A past token as it reads, white space and all; undefined where the tensor lists no text for it. */
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

/** A past token as labels and readouts show it: visible and valid. */
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

/** A piece as it reads by itself, visible and valid; one that holds parts of characters as it was given. */
export function pieceText(piece: string, mode: LabelMode): string {
  const { bytes, text } = PIECES[mode]
  const own = bytes?.(piece)
  if (own === undefined) return visibleText(text?.(piece) ?? piece)
  return visibleText(
    isWhole(own) ? joinedText((offset) => (offset === 0 ? own : undefined)) : piece,
  )
}

/** The bytes of a piece that holds parts of characters, as `e6 97`; undefined for any other. */
export function splitBytes(piece: string, mode: LabelMode): string | undefined {
  const bytes = PIECES[mode].bytes?.(piece)
  if (bytes === undefined || isWhole(bytes)) return undefined
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

function isWhole(bytes: readonly number[]): boolean {
  // U+FFFD stands for what is no character, and may stand in a text itself.
  return !new TextDecoder().decode(Uint8Array.from(bytes)).includes('\ufffd')
}
