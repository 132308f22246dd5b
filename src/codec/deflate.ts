import { zlibSync } from 'fflate'
import { chunksOf } from './chunksOf'
import { streamOf } from './streamOf'

type Bytes = Uint8Array<ArrayBuffer>

/** Short enough that what has gone into an unpacking stream and what has come out of it stay close together, in bytes. */
const PIECE_BYTES = 1 << 16

/** Yields bytes in pieces of the same buffer that are short enough for `inflated`. */
export function* piecesOf(bytes: Bytes): Generator<Bytes> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}

/**
 * Returns the content of deflated bytes, or of pieces of them, in chunks that are unpacked while it is read. Throws what
 * the platform throws for damaged bytes. No blob takes part: workers of a page from disk cannot read one in WebKit.
 */
export function inflated(
  packed: Bytes | AsyncGenerator<Bytes>,
  form: CompressionFormat,
): AsyncIterable<Bytes> {
  const pieces = packed instanceof Uint8Array ? piecesOf(packed) : packed
  return chunksOf(streamOf(pieces).pipeThrough(new DecompressionStream(form)))
}

/** Returns chunks deflated as the platform does it, which is fast; engines differ in their bytes. */
export async function deflated(chunks: Iterable<Bytes>, form: CompressionFormat): Promise<Bytes> {
  const packed = streamOf(chunks).pipeThrough(new CompressionStream(form))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/** Returns zlib data (RFC 1950) at once, the same bytes in every engine. Levels go from 0, stored, to 9, smallest. */
export function zlib(bytes: Uint8Array, level: 0 | 4 | 9): Bytes {
  return zlibSync(bytes, { level })
}
