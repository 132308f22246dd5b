import { nextTask } from '../derive/inSlices'

/** Longest that text is made without a pause, in milliseconds; one piece is never cut. */
const SLICE_MS = 10

/** Text in pieces, made in slices that leave the page responsive: it may be hundreds of megabytes. */
export async function blobInSlices(text: Iterable<string>, type: string): Promise<Blob> {
  const slices: Blob[] = []
  let pieces: string[] = []
  let sliceStart = performance.now()
  for (const piece of text) {
    pieces.push(piece)
    if (performance.now() - sliceStart <= SLICE_MS) continue
    // The browser takes the text over, so that it need not all be held as strings.
    slices.push(new Blob(pieces))
    pieces = []
    // oxlint-disable-next-line no-await-in-loop -- the pause is the point: one slice after the other
    await nextTask()
    sliceStart = performance.now()
  }
  return new Blob([...slices, ...pieces], { type })
}
