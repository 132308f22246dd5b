import { type Sliced } from '../../analysis/Sliced'
import { type ExportHost } from '../../export/ExportHost'
import { type ExportKind } from '../../export/exportKinds'
import { type ExportOptions } from '../../export/ExportOptions'
import { type ExportedFigure } from '../../export/ExportedFigure'
import { piecesOf } from '../../text/cutText'
import { inSlices } from '../../worker/inSlices'

/** Returns the figure as a file of a kind. Rejects with a sentence if the browser cannot make it. */
export async function exportBlob(
  { make, type }: ExportKind,
  figure: ExportedFigure,
  options: ExportOptions,
  host: ExportHost,
): Promise<Blob> {
  const content = await make(figure, options, host)
  const { signal } = host
  signal?.throwIfAborted()
  return content instanceof Uint8Array
    ? new Blob([content], { type })
    : blobInSlices(content, type, signal)
}

/** Characters that are held as strings before they are moved into a blob. */
const HELD = 1 << 21

/**
 * Returns a blob of the pieces of a text. It is made in slices beside the page's other work, since the text may have
 * hundreds of megabytes.
 */
export function blobInSlices(
  text: Iterable<string>,
  type: string,
  signal?: AbortSignal,
): Promise<Blob> {
  return inSlices(blobOf(text, type), signal)
}

function* blobOf(text: Iterable<string>, type: string): Sliced<Blob> {
  const blobs: Blob[] = []
  let pieces: string[] = []
  let length = 0
  for (const whole of text) {
    // The tensor that a figure carries is one piece of the text of an SVG or HTML file.
    for (const piece of piecesOf(whole, HELD)) {
      pieces.push(piece)
      length += piece.length
      if (length >= HELD) {
        blobs.push(new Blob(pieces))
        pieces = []
        length = 0
      }
      yield
    }
  }
  return new Blob([...blobs, ...pieces], { type })
}
