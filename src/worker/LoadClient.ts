import { rangesOfBlob } from '../formats/source/ByteRanges'
import { type Progress } from '../formats/source/Progress'
import { TensorError } from '../tensor/TensorError'
import {
  type ArrangeRequest,
  type ClusterRequest,
  type DisplayRequest,
  type LoadResponse,
  type LoadResult,
  type PackRequest,
  type SpreadRequest,
  type StressSize,
  type WorkerRequest,
} from './LoadMessages'
import { offerBytes } from './RemoteBytes'

export interface LoadOptions {
  /** Called about every 30 to 50 ms while the file is read. */
  readonly onProgress?: (progress: Progress) => void
  /** Aborting ends the worker, and with it all memory that the load took. */
  readonly signal?: AbortSignal
}

export interface LoadClient {
  /**
   * Reads the blob here, as far and as fast as the worker asks for it. Rejects with `TensorError`, or with the signal's
   * reason. Loads may run at the same time.
   */
  load(blob: Blob, name: string, options?: LoadOptions): Promise<LoadResult>
  /** Makes a tensor of random numbers in which one cell is hot; its title says where. Rejects as `load` does. */
  generate(size: StressSize, name: string, options?: LoadOptions): Promise<LoadResult>
  /**
   * What takes a pass over all cells: a tensor as displayed, a spread, or a packed tensor. The request's values change hands: give a copy.
   * Rejects as `load` does.
   */
  compute(message: ComputeRequest, options?: LoadOptions): Promise<LoadResult>
  /** Arranges an array of a foreign file; its buffer changes hands. Rejects as `load` does. */
  arrange(request: ArrangeRequest, options?: LoadOptions): Promise<LoadResult>
  /** Clusters profiles; the answer is the result's `order`. Rejects as `load` does. */
  cluster(request: ClusterRequest, options?: LoadOptions): Promise<LoadResult>
  /** Ends the waiting worker; loads that are under way go on. */
  dispose(): void
}

/** Bytes of file, or of generated values, above which a worker is not used again, so that what it took goes back at once. */
const REUSE_LIMIT = 8 << 20
const VALUE_BYTES = 8

/**
 * Loads files in workers. One is always started ahead, so that the next file does not wait for it.
 * `createWorker` makes one that answers as `serve` does.
 */
export function createLoadClient(createWorker: () => Worker): LoadClient {
  let warm: Worker | undefined = started()
  let isDisposed = false

  /** Where workers cannot be started, the load that needs one is what says so. */
  function started(): Worker | undefined {
    try {
      return createWorker()
    } catch {
      return undefined
    }
  }

  function startedFor(name: string): Worker {
    try {
      return createWorker()
    } catch (error) {
      throw brokenWorker(name, `the browser could not start a worker (${String(error)})`)
    }
  }

  function keepWarm(used: Worker, isReusable: boolean): void {
    if (isReusable && warm === undefined && !isDisposed) warm = used
    else used.terminate()
    if (warm === undefined && !isDisposed) warm = started()
  }

  async function ask(
    message: WorkerRequest,
    byteCount: number,
    options: LoadOptions = {},
  ): Promise<LoadResult> {
    options.signal?.throwIfAborted()
    const worker = warm ?? startedFor(message.name)
    warm = undefined
    let isReusable = false
    try {
      const result = await request(worker, message, options)
      isReusable = byteCount <= REUSE_LIMIT
      return result
    } finally {
      keepWarm(worker, isReusable)
    }
  }

  return {
    load: (blob, name, options) =>
      offerBytes(rangesOfBlob(blob), (bytes) =>
        ask({ type: 'load', bytes, name }, blob.size, options),
      ),
    generate({ layerCount, tokenCount }, name, options) {
      const byteCount = layerCount * tokenCount * VALUE_BYTES
      return ask({ type: 'generate', name, layerCount, tokenCount }, byteCount, options)
    },
    compute: (message, options) => ask(message, byteLengthOf(valuesOf(message)), options),
    arrange: (message, options) => ask(message, byteCountOf(message), options),
    cluster: (message, options) => ask(message, message.profiles.byteLength, options),
    dispose() {
      isDisposed = true
      warm?.terminate()
      warm = undefined
    },
  }
}

/** Settles whatever happens: on an answer, on an abort, and when the worker or a message breaks. */
async function request(
  worker: Worker,
  message: WorkerRequest,
  { onProgress, signal }: LoadOptions,
): Promise<LoadResult> {
  const listening = new AbortController()
  try {
    return await new Promise<LoadResult>((resolve, reject) => {
      const { signal: whileListening } = listening
      const fail = (detail: string) => reject(brokenWorker(message.name, detail))
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<LoadResponse>) => {
          if (data.type === 'progress') onProgress?.(data.progress)
          else if (data.type === 'loaded') resolve(data.result)
          else reject(new TensorError(data.problem))
        },
        { signal: whileListening },
      )
      worker.addEventListener(
        'error',
        (event) => {
          event.preventDefault()
          fail(event.message || 'the worker could not be started or ran out of memory')
        },
        { signal: whileListening },
      )
      worker.addEventListener(
        'messageerror',
        () => fail('the answer could not be received, perhaps for lack of memory'),
        { signal: whileListening },
      )
      signal?.addEventListener('abort', () => reject(signal.reason), { signal: whileListening })
      worker.postMessage(message, { transfer: transferOf(message) })
    })
  } finally {
    listening.abort()
  }
}

function byteCountOf({ file }: ArrangeRequest): number {
  return byteLengthOf(file.arrays.map(({ values }) => values))
}

function byteLengthOf(arrays: readonly ArrayBufferView[]): number {
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0)
}

/** Requests whose values change hands. */
type ComputeRequest = DisplayRequest | SpreadRequest | PackRequest

function valuesOf(message: ComputeRequest): readonly (Float64Array | Float32Array)[] {
  if (message.type === 'pack') return message.tensor.values.blocks
  return message.type === 'spread' ? [message.values] : message.raw.tensor.values.blocks
}

function transferOf(message: WorkerRequest): Transferable[] {
  if (message.type === 'display' || message.type === 'spread' || message.type === 'pack') {
    return valuesOf(message).map(({ buffer }) => buffer)
  }
  if (message.type === 'load') return [message.bytes.port]
  return message.type === 'arrange' ? message.file.arrays.map(({ values }) => values.buffer) : []
}

function brokenWorker(name: string, detail: string): TensorError {
  return new TensorError({
    tag: 'internal',
    message: `“${name}” could not be read: ${detail}.`,
    advice: 'Open it once more; a very large file may need more memory than the browser gives.',
  })
}
