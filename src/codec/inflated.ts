import { chunksOf } from './chunksOf'
import { piecesOf } from './piecesOf'
import { streamOf } from './streamOf'

/**
 * What deflated bytes hold, in chunks, unpacked while it is read. Throws what the browser throws for damaged bytes. No
 * blob takes part: workers of a page from disk cannot read one in WebKit.
 */
export function inflated(
  packed: Uint8Array<ArrayBuffer>,
  form: CompressionFormat,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  return chunksOf(streamOf(piecesOf(packed)).pipeThrough(new DecompressionStream(form)))
}
