import { finish } from '../analysis/Sliced'
import { type Problem } from '../tensor/TensorError'
import { jobs, type JobContext } from './jobs'
import { type InputOf, type JobKind, type OutputOf, type ProgressOf } from './JobTypes'
import { holdLifeline } from './lifeline'
import { maxCellCountOf } from './maxCellCountOf'
import { problemOf } from './problemOf'

/** A message to a worker. The next request must wait for the answer to the last one. */
export type JobRequest<K extends JobKind = JobKind> = {
  readonly [P in K]: { readonly kind: P; readonly input: InputOf<P> }
}[K]

/** A message from a worker: any number of `progress`, then one `done` or `failed`. */
export type JobResponse<K extends JobKind = JobKind> =
  | { readonly type: 'progress'; readonly progress: ProgressOf<K> }
  | { readonly type: 'done'; readonly output: OutputOf<K> }
  | { readonly type: 'failed'; readonly problem: Problem }

/** Sends a response with the objects that it transfers. */
export type Post<K extends JobKind = JobKind> = (
  response: JobResponse<K>,
  transfer: Transferable[],
) => void

/** Milliseconds between two reports of progress: short enough to look continuous, long enough to cost little. */
const PROGRESS_INTERVAL = 30

/** Answers every request to the worker in which it is called, and holds the worker's lifeline. */
export function serve(): void {
  holdLifeline((message) => postMessage(message))
  addEventListener('message', ({ data }: MessageEvent<JobRequest>) => {
    void answerRequest(
      data,
      (response, transfer) => postMessage(response, { transfer }),
      maxCellCountOf(navigator),
    )
  })
}

/** Answers a request with progress and finally with one `done` or `failed`. Never rejects. */
export async function answerRequest<K extends JobKind>(
  request: JobRequest<K>,
  post: Post<K>,
  maxCellCount: number,
): Promise<void> {
  const job = jobs[request.kind]
  const onProgress = throttle(
    (progress: ProgressOf<K>) => post({ type: 'progress', progress }, []),
    PROGRESS_INTERVAL,
    () => performance.now(),
  )
  const context: JobContext<K> = { onProgress, maxCellCount }
  try {
    const made = await job.run(request.input, context)
    const output = job.packed ? finish(job.packed(made)) : made
    post({ type: 'done', output }, [...(job.returned?.(output) ?? [])])
  } catch (error) {
    post({ type: 'failed', problem: problemOf(error, job.words(request.input)) }, [])
  }
}

/**
 * Returns a function that passes on a call if at least `interval` milliseconds have passed since the last call that it
 * passed on (at first, since its creation), and drops other calls. `now` returns a time in milliseconds.
 */
export function throttle<T>(
  call: (value: T) => void,
  interval: number,
  now: () => number,
): (value: T) => void {
  let last = now()
  return (value) => {
    const time = now()
    if (time - last < interval) return
    last = time
    call(value)
  }
}
