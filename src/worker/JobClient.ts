import { rangesOfBlob } from '../formats/source/ByteRanges'
import { isTensorError, TensorError } from '../tensor/TensorError'
import { type JobRequest, type JobResponse } from './answerRequest'
import { inSlices } from './inSlices'
import { jobs } from './jobs'
import {
  type InputOf,
  type JobKind,
  type LoadedFile,
  type OutputOf,
  type ProgressOf,
} from './JobTypes'
import { whenReleased, type LifelineMessage } from './lifeline'
import { brokenWorker } from './problemOf'
import { offerBytes } from './RemoteBytes'

/** How a job is followed and ended early. */
export interface RunOptions<K extends JobKind> {
  /** Called with the progress about every 30 to 50 ms. */
  readonly onProgress?: ((progress: ProgressOf<K>) => void) | undefined
  /** Aborting ends the worker, which frees all memory that the job took. */
  readonly signal?: AbortSignal | undefined
}

/** Runs jobs in workers. */
export interface JobClient {
  /**
   * Runs a job in its own worker; several may run at the same time. Inputs that the job transfers cannot be used
   * afterwards, so pass a copy. Rejects with `TensorError`, or with the reason of the signal.
   */
  readonly run: <K extends JobKind>(
    kind: K,
    input: InputOf<K>,
    options?: RunOptions<K>,
  ) => Promise<OutputOf<K>>
  /** Starts a worker ahead, so that the next job does not wait for it. The end of each job does so too. */
  readonly warmUp: () => void
}

/** Size of a job in bytes above which its worker is not reused, so that its memory is freed at once. */
const REUSE_LIMIT = 8 << 20

/**
 * Returns a client that runs jobs in workers. `createWorker` starts a worker in which `serve` has been called. `onReleased` is that of `whenReleased`.
 */
export function createJobClient(
  createWorker: () => Worker,
  onReleased: typeof whenReleased = whenReleased,
): JobClient {
  let warm: Worker | undefined
  /** Signals that are aborted when their worker has ended. */
  const ends = new WeakMap<Worker, AbortSignal>()

  function watchedWorker(): Worker {
    const worker = createWorker()
    const ended = endOf(worker, onReleased)
    ended.addEventListener('abort', () => {
      if (warm === worker) warm = undefined
    })
    ends.set(worker, ended)
    return worker
  }

  function warmUp(): void {
    try {
      warm ??= watchedWorker()
    } catch {
      // The next job that needs a worker reports the reason.
    }
  }

  function takeWorker(): Worker {
    const worker = warm ?? watchedWorker()
    warm = undefined
    return worker
  }

  async function run<K extends JobKind>(
    kind: K,
    input: InputOf<K>,
    options: RunOptions<K> = {},
  ): Promise<OutputOf<K>> {
    options.signal?.throwIfAborted()
    const fail = (detail: string): TensorError =>
      new TensorError(brokenWorker(jobs[kind].words(input), detail))
    // The bytes are counted now, since transferred arrays are empty.
    const isLarge = jobs[kind].byteCount(input) > REUSE_LIMIT
    let worker: Worker
    try {
      worker = takeWorker()
    } catch (error) {
      throw fail(`the browser could not start a worker (${String(error)})`)
    }
    let isReusable = false
    try {
      const transfer = [...(jobs[kind].sent?.(input) ?? [])]
      const sending = { request: { kind, input }, transfer, fail, ended: ends.get(worker) }
      const output = await outputOf(worker, sending, options)
      isReusable = !isLarge
      return output
    } catch (error) {
      // A drop of many files of another kind would start as many workers.
      isReusable = !isLarge && isTensorError(error) && !/internal|too-large/.test(error.problem.tag)
      throw error
    } finally {
      if (isReusable && warm === undefined) warm = worker
      else worker.terminate()
      warmUp()
    }
  }

  return { run, warmUp }
}

/** Returns a signal that is aborted when a worker has ended, if the worker has a lifeline. */
function endOf(worker: Worker, onReleased: typeof whenReleased): AbortSignal {
  const ended = new AbortController()
  worker.addEventListener('message', ({ data }: MessageEvent<JobResponse | LifelineMessage>) => {
    if (data.type === 'lifeline') onReleased(data.lock, () => ended.abort())
  })
  return ended.signal
}

/**
 * Reads a file in a worker. This thread reads the bytes that the worker requests, when it requests them. Rejects as
 * `JobClient.run` does.
 */
export function loadBlob(
  client: JobClient,
  blob: Blob,
  name: string,
  options?: RunOptions<'load'>,
): Promise<LoadedFile> {
  return offerBytes(rangesOfBlob(blob), (bytes) => client.run('load', { name, bytes }, options))
}

interface Sending<K extends JobKind> {
  readonly request: JobRequest<K>
  readonly transfer: Transferable[]
  readonly fail: (detail: string) => TensorError
  /** Aborted when the worker has ended; undefined if that cannot be noticed. */
  readonly ended: AbortSignal | undefined
}

/**
 * Sends a request and returns its output. Settles in every case: on an answer, on an abort, and if the worker or a
 * message fails.
 */
async function outputOf<K extends JobKind>(
  worker: Worker,
  { request, transfer, fail, ended }: Sending<K>,
  { onProgress, signal }: RunOptions<K>,
): Promise<OutputOf<K>> {
  const listening = new AbortController()
  const whileListening = { signal: listening.signal }
  try {
    const output = await new Promise<OutputOf<K>>((resolve, reject) => {
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<JobResponse<K> | LifelineMessage>) => {
          if (data.type === 'lifeline') return
          if (data.type === 'progress') onProgress?.(data.progress)
          else if (data.type === 'done') resolve(data.output)
          else reject(new TensorError(data.problem))
        },
        whileListening,
      )
      worker.addEventListener(
        'error',
        (event) => {
          event.preventDefault()
          reject(fail(event.message || 'the worker could not be started or ran out of memory'))
        },
        whileListening,
      )
      worker.addEventListener(
        'messageerror',
        () => reject(fail('the answer could not be received, perhaps for lack of memory')),
        whileListening,
      )
      signal?.addEventListener('abort', () => reject(signal.reason), whileListening)
      const lost = (): void =>
        reject(fail('the browser ended the worker, most likely for lack of memory'))
      ended?.addEventListener('abort', lost, whileListening)
      if (ended?.aborted === true) lost()
      worker.postMessage(request, { transfer })
    })
    const unpacked = jobs[request.kind].unpacked?.(output)
    return unpacked ? await inSlices(unpacked, signal) : output
  } finally {
    listening.abort()
  }
}
