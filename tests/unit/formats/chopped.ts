import { type ByteSource } from '../../../src/formats/source/ByteSource'

/** A source whose chunks are so many bytes long. */
export function chopped(text: string, size: number): ByteSource {
  const bytes = new TextEncoder().encode(text)
  return {
    name: 'a.json',
    size: bytes.length,
    async *stream() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    },
  }
}
