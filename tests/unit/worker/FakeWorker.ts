import { answerRequest, type JobRequest, type JobResponse } from '../../../src/worker/answerRequest'
import { type LifelineMessage } from '../../../src/worker/lifeline'

/** How a fake worker answers a request. */
export type Behavior = (worker: FakeWorker, request: JobRequest) => void

/** Answers as the real worker does, through a structured clone with transfer. */
export function answer(worker: FakeWorker, request: JobRequest): void {
  void answerRequest(
    request,
    (response, transfer) => worker.respond(structuredClone(response, { transfer })),
    Infinity,
  )
}

/** A worker without a thread: what the client needs of one, and a record of what happened to it. */
export class FakeWorker extends EventTarget {
  isTerminated = false
  onmessage = null
  onmessageerror = null
  onerror = null
  private readonly behavior: Behavior

  constructor(behavior: Behavior) {
    super()
    this.behavior = behavior
  }

  postMessage(request: JobRequest): void {
    this.behavior(this, request)
  }

  terminate(): void {
    this.isTerminated = true
  }

  respond(data: JobResponse | LifelineMessage): void {
    if (!this.isTerminated) this.dispatchEvent(new MessageEvent('message', { data }))
  }
}
