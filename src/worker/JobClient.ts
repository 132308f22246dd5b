import { rangesOfBlob } from '../formats/source/ByteRanges'
import { TensorError } from '../tensor/TensorError'
import { type JobRequest, type JobResponse } from './answerRequest'
import {
  jobs,
  type InputOf,
  type JobKind,
  type LoadedFile,
  type OutputOf,
  type ProgressOf,
} from './jobs'
import { brokenWorker } from './problemOf'
import { offerBytes } from './RemoteBytes'

export interface RunOptions<K extends JobKind> {
  /** Called about every 30 to 50 ms. */
  readonly onProgress?: ((progress: ProgressOf<K>) => void) | undefined
  /** Aborting ends the worker, and with it all memory that the job took. */
  readonly signal?: AbortSignal | undefined
}

export interface JobClient {
  /**
   * Runs a job in a worker of its own; several may run at the same time. What the job transfers of its input changes
   * hands: give a copy. Rejects with `TensorError`, or with the signal's reason.
   */
  readonly run: <K extends JobKind>(
    kind: K,
    input: InputOf<K>,
    options?: RunOptions<K>,
  ) => Promise<OutputOf<K>>
}

/** Bytes of a job above which its worker is not used again, so that the memory it took goes back at once. */
const REUSE_LIMIT = 8 << 20

/**
 * Runs jobs in workers, which `createWorker` starts and in which `serve` answers. One is always started ahead, so that
 * the next job does not wait for it.
 */
export function createJobClient(createWorker: () => Worker): JobClient {
  let warm: Worker | undefined

  function warmUp(): void {
    try {
      warm ??= createWorker()
    } catch {
      // The job that needs a worker fails with the reason.
    }
  }

  function takeWorker(): Worker {
    const worker = warm ?? createWorker()
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
    // Counted now: transferred arrays are empty.
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
      const output = await outputOf(worker, { request: { kind, input }, transfer, fail }, options)
      isReusable = !isLarge && warm === undefined
      return output
    } finally {
      if (isReusable) warm = worker
      else worker.terminate()
      warmUp()
    }
  }

  warmUp()
  return { run }
}

/**
 * Reads a file in a worker. Its bytes are read here, as far and as fast as the worker asks for them. Rejects as the
 * client does.
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
}

/** Settles whatever happens: on an answer, on an abort, and when the worker or a message breaks. */
async function outputOf<K extends JobKind>(
  worker: Worker,
  { request, transfer, fail }: Sending<K>,
  { onProgress, signal }: RunOptions<K>,
): Promise<OutputOf<K>> {
  const listening = new AbortController()
  const whileListening = { signal: listening.signal }
  try {
    return await new Promise<OutputOf<K>>((resolve, reject) => {
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<JobResponse<K>>) => {
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
      worker.postMessage(request, { transfer })
    })
  } finally {
    listening.abort()
  }
}
