// Bundled into one classic script: a module worker made from a blob does not start on file://.
import { answerRequest } from './answerRequest'
import { type WorkerRequest } from './LoadMessages'
import { maxCellCountOf } from './maxCellCountOf'

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  void answerRequest(
    data,
    (response, transfer) => postMessage(response, { transfer }),
    maxCellCountOf(navigator),
  )
})
