import { zlibSync } from 'fflate'

type Bytes = Uint8Array<ArrayBuffer>

/** The highest ratio of unpacked to packed bytes in deflate (258 bytes in 2 bits, https://www.zlib.net/zlib_tech.html). */
export const MAX_RATIO = 1032

/**
 * Length of a piece in bytes. It is short, so that the count of bytes put into an unpacking stream stays close to the
 * count of those that came out.
 */
const PIECE_BYTES = 1 << 16

/** Yields the bytes in pieces that are short enough for `inflated`. The pieces share the buffer of `bytes`. */
export function* piecesOf(bytes: Bytes): Generator<Bytes> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}

/**
 * Returns the unpacked content of deflated bytes, or of pieces of them, in chunks; each chunk is unpacked when it is
 * read. If the bytes are damaged, throws the platform's error. It uses no blob, because in WebKit the workers of a page
 * opened from disk cannot read blobs.
 */
export function inflated(
  packed: Bytes | AsyncGenerator<Bytes>,
  form: CompressionFormat,
): AsyncIterable<Bytes> {
  const pieces = packed instanceof Uint8Array ? piecesOf(packed) : packed
  return chunksOf(streamOf(pieces).pipeThrough(new DecompressionStream(form)))
}

/** Returns the chunks deflated by the platform's own stream. It is fast, but its bytes differ between engines. */
export async function deflated(chunks: Iterable<Bytes>, form: CompressionFormat): Promise<Bytes> {
  const packed = streamOf(chunks).pipeThrough(new CompressionStream(form))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/**
 * Returns zlib data (RFC 1950) synchronously. The bytes are the same in every engine. Level 0 stores, level 9 packs
 * smallest.
 */
export function zlib(bytes: Uint8Array, level: 0 | 4 | 9): Bytes {
  return zlibSync(bytes, { level })
}

/** Returns a stream of the chunks. Each chunk is made or fetched only when the reader asks for it. */
function streamOf<T>(chunks: Iterable<T> | AsyncGenerator<T>): ReadableStream<T> {
  const iterator = Symbol.asyncIterator in chunks ? chunks : chunks[Symbol.iterator]()
  return new ReadableStream<T>({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await iterator.return?.(undefined)
    },
  })
}

/**
 * Returns the chunks of a stream, also in engines where a stream is not iterable (Safari 17). Stopping the iteration
 * cancels the stream.
 */
export function chunksOf<T>(stream: ReadableStream<T>): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]() {
      const reader = stream.getReader()
      return {
        next: () => reader.read(),
        async return() {
          // A reader that stops early needs no more data, so a failure of the cancelled stream is ignored.
          await reader.cancel().catch(() => undefined)
          return { done: true, value: undefined }
        },
      }
    },
  }
}
