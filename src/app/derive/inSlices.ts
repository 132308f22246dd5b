import { type Sliced } from '../../analysis/findings/Sliced'

/** Longest that is worked without a pause: what is left of a frame of 16 ms must suffice for all else. */
const SLICE_MS = 6

/** Does sliced work beside the page's other work; rejects with the signal's reason where it is aborted. */
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

/** Settles in a task of its own, behind the input and the frame that wait; timers would be held back. */
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
