import { type ByteSource } from '../ByteSource'
import { type ReadOptions } from '../Progress'
import { JsonScanner } from './JsonScanner'
import { type JsonDocument } from './JsonTree'

/** Of the room guessed from the first chunks: what a file may hold more than its beginning promises. */
const HEADROOM = 1.02

/**
 * Reads a JSON document chunk by chunk; of the text, no more than one row or one token is held. Throws `TensorError`
 * (syntax, empty, too-large, read), or the signal's reason.
 */
export async function scanJson(
  source: ByteSource,
  { onProgress, signal }: ReadOptions = {},
): Promise<JsonDocument> {
  const scanner = new JsonScanner()
  const { store } = scanner
  let bytesRead = 0
  signal?.throwIfAborted()
  for await (const chunk of source.stream()) {
    signal?.throwIfAborted()
    scanner.push(chunk)
    bytesRead += chunk.length
    if (source.size !== undefined && bytesRead > 0) {
      store.expect(Math.ceil((store.length / bytesRead) * source.size * HEADROOM))
    }
    onProgress?.({ bytesRead, byteCount: source.size, cellCount: store.length })
  }
  return scanner.finish()
}
