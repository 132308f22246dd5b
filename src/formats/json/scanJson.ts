import { isTensorError, TensorError, type Place } from '../../tensor/TensorError'
import { Budget, CELL_BYTES, tooLarge } from '../source/Budget'
import { type ByteSource } from '../source/ByteSource'
import { placeOf } from '../source/placeOf'
import { type ReadOptions } from '../source/ReadOptions'
import { type JsonDocument } from './JsonNode'
import { PathError, PathWatch, type JsonPath } from './JsonPath'
import { JsonScanner } from './JsonScanner'

/** Number of bytes of numbers after which the size of the file gives a reliable estimate of the number of cells. */
const SAMPLE_BYTES = 1 << 22

/**
 * Reads a JSON document chunk by chunk. It never holds more text than one row or one token. Throws TensorError (syntax,
 * empty, too-large, read), or the signal's reason if it is aborted.
 */
export async function scanJson(
  source: ByteSource,
  { onProgress, signal, maxCellCount = Infinity, budget: given }: ReadOptions = {},
): Promise<JsonDocument> {
  const budget = given ?? new Budget(source.size, maxCellCount)
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
    budget.checkUnpacked(store.length * CELL_BYTES)
    onProgress?.({ bytesRead, byteCount, cellCount: store.length })
  }
  return { ...scanner.finish(), budget }
}

/**
 * Returns the error with the line, column and excerpt of its byte or path, for which it reads the source again. Returns
 * the error unchanged if it has neither, or if the source cannot be read again.
 */
export async function withPlace(error: unknown, source: ByteSource): Promise<unknown> {
  if (!isTensorError(error)) return error
  try {
    const place = await placeOfError(error, source)
    if (place === undefined) return error
    return new TensorError({ ...error.problem, place }, { cause: error })
  } catch {
    return error
  }
}

async function placeOfError(error: TensorError, source: ByteSource): Promise<Place | undefined> {
  const { place } = error.problem
  if (error instanceof PathError) {
    return { ...place, ...(await placeOf(source, await byteOfPath(source, error.path))) }
  }
  return place?.byte === undefined
    ? undefined
    : { ...place, ...(await placeOf(source, place.byte)) }
}

/**
 * Returns the byte at which the value of a path starts, by scanning a well-formed document up to it. If there is no
 * such value, returns the byte of the innermost array or object on the path.
 */
export async function byteOfPath(source: ByteSource, path: JsonPath): Promise<number> {
  const watch = new PathWatch(path)
  const scanner = new JsonScanner(watch)
  for await (const chunk of source.stream()) {
    scanner.push(chunk)
    if (watch.isFound) return watch.byte
  }
  scanner.finish()
  return watch.byte
}
