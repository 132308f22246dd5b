import { answerRequest } from './answerRequest'
import { type WorkerRequest } from './LoadMessages'
import { maxCellCountOf } from './maxCellCountOf'

/** Answers every request that comes to the worker in which it is called. */
export function serve(): void {
  addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
    void answerRequest(
      data,
      (response, transfer) => postMessage(response, { transfer }),
      maxCellCountOf(navigator),
    )
  })
}
