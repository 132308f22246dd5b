/**
 * Work that can pause: it yields often, at least every few milliseconds, and returns its result in the end. What it
 * yields may be the share that is done.
 */
export type Sliced<T> = Generator<number | undefined, T>

/** Does sliced work at once: for tests, and where nobody waits for a frame. */
export function finish<T>(work: Sliced<T>): T {
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}

/** Returns work in one piece, for what cannot pause. */
export function* inOne<T>(make: () => T): Sliced<T> {
  yield
  return make()
}
