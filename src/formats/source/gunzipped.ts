import { inflated, piecesOf } from '../../codec/deflated'
import { gunzipMembers } from '../../codec/gunzipMembers'
import { isTensorError, TensorError } from '../../tensor/TensorError'
import { Budget } from './Budget'
import { type ByteSource, type Chunk } from './ByteSource'

/** Whether the bytes are the beginning of a gzip file (RFC 1952). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/**
 * Returns the content of a gzip file as a source, unpacked while it is read. Its `size` is that of the packed file. Its
 * stream throws TensorError (too-large) if it unpacks to more than the budget allows.
 */
export function gunzipped(source: ByteSource, budget = new Budget(source.size)): ByteSource {
  return {
    name: source.name.replace(/\.gz$/i, ''),
    size: source.size,
    stream: (onRead) => unpackedChunks({ source, budget, onRead }),
  }
}

interface Unpacking {
  readonly source: ByteSource
  readonly budget: Budget
  readonly onRead: ((byteCount: number) => void) | undefined
}

async function* unpackedChunks({ source, budget, onRead }: Unpacking): AsyncGenerator<Chunk> {
  let byteCount = 0
  try {
    for await (const chunk of inflated(countedPieces(source, onRead), 'gzip')) {
      byteCount += chunk.length
      budget.checkUnpacked(byteCount)
      yield chunk
    }
  } catch (error) {
    if (isTensorError(error)) throw error
    yield* unpackedFrom(byteCount, { source, budget, onRead })
  }
}

/** Yields the content from byte `start` on, in a way that reads more kinds of gzip files than the platform does. */
async function* unpackedFrom(
  start: number,
  { source, budget, onRead }: Unpacking,
): AsyncGenerator<Chunk> {
  let byteCount = 0
  try {
    for await (const chunk of gunzipMembers(countedPieces(source, onRead))) {
      const rest = chunk.subarray(Math.max(0, start - byteCount))
      byteCount += chunk.length
      budget.checkUnpacked(byteCount)
      if (rest.length > 0) yield rest
    }
  } catch (error) {
    throw isTensorError(error) ? error : damaged(source.name, error)
  }
}

/**
 * Yields the packed bytes in small pieces, so that the count of bytes read stays close to the count of bytes unpacked.
 */
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
      message: `“${name}” could not be unpacked: the gzip file is damaged or cut off (${detail}).`,
      advice:
        'Copy or download it again; if that does not help, unpack it with gunzip and open the file inside.',
    },
    { cause },
  )
}
