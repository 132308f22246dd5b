/**
 * The byte that each character of a byte-level BPE piece stands for: printable ones for themselves, the others moved
 * beyond 255 in their order (`bytes_to_unicode` in github.com/openai/gpt-2, src/encoder.py).
 */
const BYTES: ReadonlyMap<string, number> = byteMap()

/** The bytes of a byte-level BPE piece: `Ġthe` is 20 74 68 65. Undefined for a text that is none. */
export function bytePairBytes(piece: string): readonly number[] | undefined {
  const bytes: number[] = []
  for (const character of piece) {
    const byte = BYTES.get(character)
    if (byte === undefined) return undefined
    bytes.push(byte)
  }
  return bytes
}

/** The byte of a SentencePiece byte piece, as `<0xE4>`; undefined for any other. */
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
