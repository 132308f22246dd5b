import { canonicalPieces } from '../formats/canonical/canonicalJson'
import { type Tensor } from '../tensor/Tensor'

/** Returns the result of work, and reports its progress. */
export function followed<T>(work: Generator<number, T>, onProgress: (share: number) => void): T {
  let step = work.next()
  while (step.done !== true) {
    onProgress(step.value)
    step = work.next()
  }
  return step.value
}

/** Returns the pieces of a tensor's JSON. Reports the share of its rows that are taken: a row has two pieces. */
export function* followedPieces(
  tensor: Tensor,
  onProgress: (share: number) => void,
): Generator<string> {
  const arrayCount = 1 + (tensor.companions?.length ?? 0)
  const pieceCount = 2 * tensor.rowOffsets.length * arrayCount
  let taken = 0
  for (const piece of canonicalPieces(tensor)) {
    yield piece
    taken++
    onProgress(Math.min(taken / pieceCount, 1))
  }
}
