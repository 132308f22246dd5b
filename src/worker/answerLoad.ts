import { sourceOfBlob } from '../formats/ByteSource'
import { type Progress } from '../formats/Progress'
import { buffersOf } from './buffersOf'
import { type LoadRequest, type LoadResponse } from './LoadMessages'
import { loadTensor } from './loadTensor'
import { problemOf } from './problemOf'
import { throttle } from './throttle'

/** Milliseconds between two words about progress: often enough to look live, too rarely to cost. */
const PROGRESS_INTERVAL = 30

/** Sends a response; the buffers change hands. */
export type Post = (response: LoadResponse, transfer: ArrayBuffer[]) => void

/** Answers a request with progress and, in the end, with one `loaded` or `failed`. Never throws. */
export async function answerLoad({ blob, name }: LoadRequest, post: Post): Promise<void> {
  const onProgress = throttle(
    (progress: Progress) => post({ type: 'progress', progress }, []),
    PROGRESS_INTERVAL,
    () => performance.now(),
  )
  try {
    const result = await loadTensor(sourceOfBlob(blob, name), { onProgress })
    post({ type: 'loaded', result }, buffersOf(result))
  } catch (error) {
    post({ type: 'failed', problem: problemOf(error, name) }, [])
  }
}
