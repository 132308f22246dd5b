import { type Sliced } from '../analysis/Sliced'
import { cellValues, numbersLike, type CellValues, type Numbers } from '../tensor/CellValues'

/** Longest work without a pause, in milliseconds: the rest of a frame of 16 ms must suffice for everything else. */
const SLICE_MS = 6

/**
 * Returns the result of sliced work that is done beside the page's other work. Rejects with the signal's reason if it
 * is aborted.
 */
export async function inSlices<T>(work: Sliced<T>, signal?: AbortSignal): Promise<T> {
  let sliceStart = performance.now()
  let step = work.next()
  while (step.done !== true) {
    if (performance.now() - sliceStart > SLICE_MS) {
      // oxlint-disable-next-line no-await-in-loop -- the pause is the point: one slice after the other
      await nextTask()
      signal?.throwIfAborted()
      sliceStart = performance.now()
    }
    step = work.next()
  }
  return step.value
}

/** Resolves in a new task, after waiting input and the next frame. Browsers would delay a timer. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })
}

/** Numbers copied without a pause: about two milliseconds of work. */
const SLICE = 1 << 20

/**
 * Returns a copy of values in blocks of the same lengths. A copy is needed because a worker takes over the arrays that
 * it receives.
 */
export function* copyOfValues(values: CellValues): Sliced<CellValues> {
  const blocks: Numbers[] = []
  for (const block of values.blocks) blocks.push(yield* copyOfNumbers(block))
  return { ...values, blocks }
}

/** Returns a copy of an array of numbers. */
export function* copyOfNumbers(numbers: Numbers): Sliced<Numbers> {
  const copy = numbersLike(cellValues(numbers), numbers.length)
  for (let start = 0; start < numbers.length; start += SLICE) {
    copy.set(numbers.subarray(start, start + SLICE), start)
    yield
  }
  return copy
}
