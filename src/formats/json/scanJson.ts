import { type ByteSource } from '../source/ByteSource'
import { type ReadOptions } from '../source/Progress'
import { tooLarge } from '../source/tooLarge'
import { type JsonDocument } from './JsonNode'
import { JsonScanner } from './JsonScanner'

/** Bytes of numbers after which the number of cells to come can be told from the size of the file. */
const SAMPLE_BYTES = 1 << 22

/**
 * Reads a JSON document chunk by chunk; of the text, no more than one row or one token is held. Throws `TensorError`
 * (syntax, empty, too-large, read), or the signal's reason.
 */
export async function scanJson(
  source: ByteSource,
  { onProgress, signal, maxCellCount = Infinity }: ReadOptions = {},
): Promise<JsonDocument> {
  const scanner = new JsonScanner()
  const { store } = scanner
  const byteCount = source.size
  let bytesRead = 0
  let textBytes = 0
  signal?.throwIfAborted()
  const chunks = source.stream((count) => {
    bytesRead = count
  })
  for await (const chunk of chunks) {
    signal?.throwIfAborted()
    scanner.push(chunk)
    textBytes += chunk.length
    // Of a packed file, what is to come is taken to be packed as densely as what has come.
    if (byteCount !== undefined && bytesRead > 0) {
      const textToCome = ((byteCount - bytesRead) / bytesRead) * textBytes
      store.expect(textToCome + textBytes - scanner.consumedBytes)
    }
    if (store.rowBytes > SAMPLE_BYTES && store.expectedCount > maxCellCount) {
      throw tooLarge(store.expectedCount, maxCellCount)
    }
    onProgress?.({ bytesRead, byteCount, cellCount: store.length })
  }
  return scanner.finish()
}
