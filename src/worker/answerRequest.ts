import { base64 } from '../codec/base64'
import { packEnvelope } from '../codec/envelope'
import { displayedOf } from '../analysis/displayedOf'
import { clusterOrder } from '../analysis/order/clusterOrder'
import { spreadOf } from '../analysis/Spread'
import { sourceOfRanges } from '../formats/source/ByteSource'
import { tensorOfChoice } from '../formats/foreign/tensorOfChoice'
import { type Progress, type ReadOptions } from '../formats/source/Progress'
import { readTensor } from '../formats/readTensor'
import { canonicalPieces } from '../formats/canonical/canonicalJson'
import { cellValues } from '../tensor/CellValues'
import { buffersOf } from './buffersOf'
import { loadedTensors } from './loadedTensors'
import { type LoadResponse, type LoadResult, type WorkerRequest } from './LoadMessages'
import { problemOf } from './problemOf'
import { rangesOfRemote } from './RemoteBytes'
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
    const result = await resultOf(request, { onProgress, maxCellCount })
    post({ type: 'loaded', result }, buffersOf(result))
  } catch (error) {
    post({ type: 'failed', problem: problemOf(error, request.name) }, [])
  }
}

async function resultOf(
  request: WorkerRequest,
  options: Required<Pick<ReadOptions, 'onProgress' | 'maxCellCount'>>,
): Promise<LoadResult> {
  if (request.type === 'load') {
    const source = sourceOfRanges(rangesOfRemote(request.bytes), request.name)
    return loadedTensors(await readTensor(source, options))
  }
  const { name } = request
  if (request.type === 'arrange') {
    const { file, choice } = request
    const tensor = tensorOfChoice(file, choice, { fileName: name, isCertain: true })
    return loadedTensors({ tensors: [tensor], notices: [] })
  }
  if (request.type === 'spread') {
    const { values, hasRanks } = request
    return { tensors: [], notices: [], spread: spreadOf(cellValues(values), hasRanks) }
  }
  if (request.type === 'display') {
    return { tensors: [{ name, ...displayedOf(request.raw, request.settings) }], notices: [] }
  }
  if (request.type === 'cluster') {
    const work = clusterOrder(request.profiles, request.count)
    let step = work.next()
    while (step.done !== true) {
      options.onProgress({ bytesRead: step.value, byteCount: 1, cellCount: 0 })
      step = work.next()
    }
    return { tensors: [], notices: [], order: step.value }
  }
  if (request.type === 'pack') {
    const bytes = await packEnvelope(canonicalPieces(request.tensor), request.view)
    return { tensors: [], notices: [], packed: base64(bytes) }
  }
  const tensor = stressTensor(request, options.onProgress)
  return loadedTensors({ tensors: [{ name, tensor }], notices: [] })
}
