import { type ByteSource } from '../source/ByteSource'
import { type ReadOptions } from '../source/Progress'

/** The lines of a text in UTF-8; a line end at the end of the text ends its last line. Throws `TensorError` (read). */
export async function linesOf(source: ByteSource, { signal }: ReadOptions): Promise<string[]> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of source.stream()) {
    signal?.throwIfAborted()
    text += decoder.decode(chunk, { stream: true })
  }
  text += decoder.decode()
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
