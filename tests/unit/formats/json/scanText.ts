import { plainOf, type JsonDocument } from '../../../../src/formats/json/JsonNode'
import { JsonScanner } from '../../../../src/formats/json/JsonScanner'
import { type JsonValue } from '../../../../src/tensor/Tensor'

/** Scans bytes that come in the given chunks, as a file would. */
export function scanChunks(chunks: readonly Uint8Array[]): JsonDocument {
  const scanner = new JsonScanner()
  for (const chunk of chunks) scanner.push(chunk)
  return scanner.finish()
}

export function scanText(text: string): JsonDocument {
  return scanChunks([new TextEncoder().encode(text)])
}

/** What JSON.parse would give; NaN is null. */
export function parsedByScanner(text: string): JsonValue {
  const { root, numbers } = scanText(text)
  return plainOf(root, numbers)
}
