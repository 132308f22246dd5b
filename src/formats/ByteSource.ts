import { TensorError } from '../tensor/TensorError'

/** Bytes that can be read more than once, from their start, in chunks of any size. */
export interface ByteSource {
  /** File name as the user knows it; it ends up in sentences and in names of tensors. */
  readonly name: string
  /** In bytes; undefined where nobody knows before the end. */
  readonly size: number | undefined
  /** Opens the source anew. Chunks belong to the reader. Throws `TensorError` (read). */
  stream(): AsyncIterable<Uint8Array>
}

/** Bytes asked for at once: long enough to hide the way to the disk, short enough to report progress. */
const SLICE_BYTES = 1 << 20

/**
 * A file or blob. It is read by slices, the next one while the last one is being worked on; what the
 * platform reports about a file that has gone, or that is a folder, becomes a `TensorError`.
 */
export function sourceOfBlob(blob: Blob, name: string): ByteSource {
  return { name, size: blob.size, stream: () => slicesOf(blob, name) }
}

export function sourceOfBytes(bytes: Uint8Array, name: string): ByteSource {
  return {
    name,
    size: bytes.length,
    async *stream() {
      yield await Promise.resolve(bytes)
    },
  }
}

/** The text as UTF-8. */
export function sourceOfText(text: string, name: string): ByteSource {
  return sourceOfBytes(new TextEncoder().encode(text), name)
}

async function* slicesOf(blob: Blob, name: string): AsyncGenerator<Uint8Array> {
  let next = readSlice(blob, 0, name)
  for (let at = 0; at === 0 || at < blob.size; at += SLICE_BYTES) {
    const bytes = next
    if (at + SLICE_BYTES < blob.size) {
      next = readSlice(blob, at + SLICE_BYTES, name)
      // Whoever stops reading here never awaits it; its failure is then nobody's business.
      next.catch(() => undefined)
    }
    yield bytes
  }
}

async function readSlice(blob: Blob, start: number, name: string): Promise<Uint8Array> {
  try {
    // A folder dropped as a file may call itself 0 bytes long: only reading it whole makes it fail.
    const part = blob.size === 0 ? blob : blob.slice(start, start + SLICE_BYTES)
    return new Uint8Array(await part.arrayBuffer())
  } catch (error) {
    throw new TensorError(
      {
        tag: 'read',
        message: `“${name}” could not be read: it is a folder, or it was changed, moved or removed after it was chosen.`,
        advice: 'Choose the file again; of a folder, choose the files in it.',
      },
      { cause: error },
    )
  }
}
