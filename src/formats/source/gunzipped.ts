import { inflated, piecesOf } from '../../codec/deflate'
import { isTensorError, TensorError } from '../../tensor/TensorError'
import { type ByteSource, type Chunk } from './ByteSource'

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
    yield* inflated(countedPieces(source, onRead), 'gzip')
  } catch (error) {
    throw isTensorError(error) ? error : damaged(source.name, error)
  }
}

/** The packed bytes in small pieces, so that what has been read and what has come out of it stay close together. */
async function* countedPieces(
  source: ByteSource,
  onRead?: (byteCount: number) => void,
): AsyncGenerator<Chunk> {
  let byteCount = 0
  for await (const chunk of source.stream()) {
    for (const piece of piecesOf(chunk)) {
      byteCount += piece.length
      onRead?.(byteCount)
      yield piece
    }
  }
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
