import { type ByteSource } from '../source/ByteSource'
import { type ReadOptions } from '../source/Progress'
import { tooLarge } from '../source/tooLarge'
import { type JsonDocument } from './JsonNode'
import { JsonScanner } from './JsonScanner'

/** Number of bytes of numbers after which the size of the file gives a reliable estimate of the number of cells. */
const SAMPLE_BYTES = 1 << 22

/**
 * Reads a JSON document chunk by chunk. It never holds more text than one row or one token. Throws TensorError (syntax,
 * empty, too-large, read), or the signal's reason if it is aborted.
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
    // The rest of a packed file is assumed to be packed as densely as the part so far.
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
