/**
 * Work that can pause: it yields often, at least every few milliseconds, and finally returns its result. A yielded
 * number is the completed share, 0 … 1.
 */
export type Sliced<T> = Generator<number | undefined, T>

/** Runs sliced work without pauses and returns its result, for tests and for work outside the page. */
export function finish<T>(work: Sliced<T>): T {
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}

/** Turns a function that cannot pause into sliced work, which pauses once, before the call. */
export function* inOne<T>(make: () => T): Sliced<T> {
  yield
  return make()
}
