import { type Chunk } from '../ByteSource'
import { tooLarge } from '../tooLarge'
import { unpackedEntry } from './unpackedEntry'
import { type ZipEntry } from './zipEntries'

/** Bytes of the widest number. */
const CELL_BYTES = 8

/**
 * Unpacks entries, as long as they hold no more than `maxCellCount` cells together: a directory may list the same bytes
 * over and over. Throws `TensorError` (shape, unsupported, too-large).
 */
export async function unpackedFiles(
  bytes: Chunk,
  entries: readonly ZipEntry[],
  maxCellCount: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const cellCount = entries.reduce((sum, { size }) => sum + size, 0) / CELL_BYTES
  if (cellCount > maxCellCount) throw tooLarge(cellCount, maxCellCount)
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other takes no more memory than what is kept
    files.set(entry.name, await unpackedEntry(bytes, entry))
  }
  return files
}
