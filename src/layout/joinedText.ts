/** Marks a token that continues a character or a word of the token before. */
export const CONTINUES = '⋯'

/** Most bytes of one character in the neighbours of a token. */
const REACH = 3

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Returns the text of a token that consists of bytes (UTF-8). A character that is split over several tokens is part of
 * the first one's text; the others have `CONTINUES` instead. Bytes that are no character are spelled out (`\xe6`).
 * `bytesAt(0)` returns the bytes of the token, `bytesAt(1)` those of the next one; undefined for a token without bytes.
 */
export function joinedText(bytesAt: (offset: number) => readonly number[] | undefined): string {
  const own = bytesAt(0) ?? []
  // The neighbours matter only if the token begins or ends with a part of a character.
  const before = isPart(own[0]) ? reach(bytesAt, -1).toReversed() : []
  const bytes = [...before, ...own, ...(isPart(own.at(-1)) ? reach(bytesAt, 1) : [])]
  const start = before.length
  const end = start + own.length
  let text = ''
  for (let at = 0; at < end;) {
    const character = characterAt(bytes, at)
    const length = character?.length ?? 1
    if (at >= start) text += character?.text ?? escapeOf(bytes[at] ?? 0)
    else if (at + length > start) text += CONTINUES
    at += length
  }
  return text
}

function isPart(byte = 0): boolean {
  return byte >= 0x80
}

/** Returns up to `REACH` bytes next to the token in one direction, nearest first. */
function reach(
  bytesAt: (offset: number) => readonly number[] | undefined,
  direction: 1 | -1,
): readonly number[] {
  const found: number[] = []
  for (let offset = direction; found.length < REACH; offset += direction) {
    const bytes = bytesAt(offset)
    if (bytes === undefined || bytes.length === 0) break
    found.push(...(direction === 1 ? bytes.slice(0, REACH) : bytes.slice(-REACH).toReversed()))
  }
  return found.slice(0, REACH)
}

interface Character {
  readonly text: string
  /** In bytes. */
  readonly length: number
}

function characterAt(bytes: readonly number[], at: number): Character | undefined {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return { text: String.fromCharCode(lead), length: 1 }
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  try {
    return { text: utf8.decode(Uint8Array.from(bytes.slice(at, at + length))), length }
  } catch {
    return undefined
  }
}

function escapeOf(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`
}

/**
 * The byte of each character of a byte-level BPE piece: printable characters have their own code, the others are moved
 * beyond 255 in their order (`bytes_to_unicode` in github.com/openai/gpt-2, src/encoder.py).
 */
const BYTES: ReadonlyMap<string, number> = byteMap()

/** Most UTF-16 units of a piece; no tokenizer has longer ones. */
const LONGEST_PIECE = 1000

/** Returns the bytes of a byte-level BPE piece: `Ġthe` is 20 74 68 65. Returns undefined for other texts. */
export function bytePairBytes(piece: string): readonly number[] | undefined {
  if (piece.length > LONGEST_PIECE) return undefined
  const bytes: number[] = []
  for (const character of piece) {
    const byte = BYTES.get(character)
    if (byte === undefined) return undefined
    bytes.push(byte)
  }
  return bytes
}

/** Returns the byte of a SentencePiece byte piece, such as `<0xE4>`; undefined for other pieces. */
export function bytePieceBytes(piece: string): readonly number[] | undefined {
  return /^<0x[0-9A-F]{2}>$/u.test(piece) ? [Number(piece.slice(1, -1))] : undefined
}

function byteMap(): ReadonlyMap<string, number> {
  const map = new Map<string, number>()
  let moved = 256
  for (let byte = 0; byte < 256; byte++) {
    const isPrinted = (byte > 32 && byte < 127) || (byte > 160 && byte !== 173)
    map.set(String.fromCharCode(isPrinted ? byte : moved++), byte)
  }
  return map
}
