import { sourceOfBlob } from '../formats/ByteSource'
import { type Progress, type ReadOptions } from '../formats/Progress'
import { readTensor } from '../formats/readTensor'
import { type ReadTensors } from '../formats/ReadTensors'
import { buffersOf } from './buffersOf'
import { loadedTensors } from './loadedTensors'
import { type LoadResponse, type WorkerRequest } from './LoadMessages'
import { problemOf } from './problemOf'
import { stressTensor } from './stressTensor'
import { throttle } from './throttle'

/** Milliseconds between two words about progress: often enough to look live, too rarely to cost. */
const PROGRESS_INTERVAL = 30

/** Sends a response; the buffers change hands. */
export type Post = (response: LoadResponse, transfer: ArrayBuffer[]) => void

/**
 * Answers a request with progress and, in the end, with one `loaded` or `failed`. Never throws. A file that is sure to
 * hold more cells than `maxCellCount` is not read to its end.
 */
export async function answerRequest(
  request: WorkerRequest,
  post: Post,
  maxCellCount: number,
): Promise<void> {
  const onProgress = throttle(
    (progress: Progress) => post({ type: 'progress', progress }, []),
    PROGRESS_INTERVAL,
    () => performance.now(),
  )
  try {
    const result = loadedTensors(await tensorsFor(request, { onProgress, maxCellCount }))
    post({ type: 'loaded', result }, buffersOf(result))
  } catch (error) {
    post({ type: 'failed', problem: problemOf(error, request.name) }, [])
  }
}

async function tensorsFor(
  request: WorkerRequest,
  options: Required<Pick<ReadOptions, 'onProgress' | 'maxCellCount'>>,
): Promise<ReadTensors> {
  if (request.type === 'load') {
    const source = sourceOfBlob(request.blob, request.name)
    return readTensor(source, options)
  }
  return {
    tensors: [{ name: request.name, tensor: stressTensor(request, options.onProgress) }],
    notices: [],
  }
}
