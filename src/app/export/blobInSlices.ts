import { type Sliced } from '../../analysis/Sliced'
import { inSlices } from '../derive/inSlices'

/** Characters that are held as strings before they are moved into a blob. */
const HELD = 1 << 21

/**
 * Returns a blob of the pieces of a text. It is made in slices beside the page's other work, since the text may have
 * hundreds of megabytes.
 */
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
