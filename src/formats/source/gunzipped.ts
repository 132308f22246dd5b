import { isTensorError, TensorError } from '../../tensor/TensorError'
import { type ByteSource, type Chunk } from './ByteSource'
import { chunksOf } from '../../codec/chunksOf'

const PIECE_BYTES = 1 << 16

/** The first bytes of every gzip file (RFC 1952). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/** What a gzip file holds, unpacked while it is read; `size` stays that of the file. */
export function gunzipped(source: ByteSource): ByteSource {
  return {
    name: source.name.replace(/\.gz$/i, ''),
    size: source.size,
    stream: (onRead) => unpackedChunks(source, onRead),
  }
}

async function* unpackedChunks(
  source: ByteSource,
  onRead?: (byteCount: number) => void,
): AsyncGenerator<Chunk> {
  try {
    const packed = streamOf(piecesOf(source, onRead))
    yield* chunksOf(packed.pipeThrough(new DecompressionStream('gzip')))
  } catch (error) {
    throw isTensorError(error) ? error : damaged(source.name, error)
  }
}

/** The packed bytes in small pieces, so that what has been read and what has come out of it stay close together. */
async function* piecesOf(
  source: ByteSource,
  onRead?: (byteCount: number) => void,
): AsyncGenerator<Chunk> {
  let byteCount = 0
  for await (const chunk of source.stream()) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const piece = chunk.subarray(at, at + PIECE_BYTES)
      byteCount += piece.length
      onRead?.(byteCount)
      yield piece
    }
  }
}

function streamOf(chunks: AsyncGenerator<Chunk>): ReadableStream<Chunk> {
  return new ReadableStream<Chunk>({
    async pull(controller) {
      const next = await chunks.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}

function damaged(name: string, cause: unknown): TensorError {
  const detail = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause)
  return new TensorError(
    {
      tag: 'read',
      message: `“${name}” could not be unpacked: the gzip file is damaged, cut off, or made of several parts (${detail}).`,
      advice:
        'Copy or download it again; if that does not help, unpack it with gunzip and open the file inside.',
    },
    { cause },
  )
}
