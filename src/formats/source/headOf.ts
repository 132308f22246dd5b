import { type ByteSource } from './ByteSource'

/** Returns the first `byteCount` bytes of a source, or all bytes if there are fewer. */
export async function headOf(source: ByteSource, byteCount: number): Promise<Uint8Array> {
  const head = new Uint8Array(byteCount)
  let length = 0
  for await (const chunk of source.stream()) {
    const part = chunk.subarray(0, byteCount - length)
    head.set(part, length)
    length += part.length
    if (length === byteCount) break
  }
  return head.subarray(0, length)
}
