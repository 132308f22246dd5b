/** Short enough that what has gone into an unpacking stream and what has come out of it stay close together, in bytes. */
const PIECE_BYTES = 1 << 16

/** Yields bytes in short pieces of the same buffer. */
export function* piecesOf(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}
