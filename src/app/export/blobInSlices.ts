import { type Sliced } from '../../analysis/findings/Sliced'
import { inSlices } from '../derive/inSlices'

/** Characters that are held as strings before the browser takes them over. */
const HELD = 1 << 21

/** Returns a blob of text in pieces, made beside the page's other work: it may be hundreds of megabytes. */
export function blobInSlices(text: Iterable<string>, type: string): Promise<Blob> {
  return inSlices(blobOf(text, type))
}

function* blobOf(text: Iterable<string>, type: string): Sliced<Blob> {
  const blobs: Blob[] = []
  let pieces: string[] = []
  let length = 0
  for (const piece of text) {
    pieces.push(piece)
    length += piece.length
    if (length > HELD) {
      blobs.push(new Blob(pieces))
      pieces = []
      length = 0
    }
    yield
  }
  return new Blob([...blobs, ...pieces], { type })
}
