import { type Sliced } from '../../analysis/Sliced'

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
