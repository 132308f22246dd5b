import { createContext, useContext, useEffect } from 'react'
import { createJobClient, type JobClient } from '../../worker/JobClient'

/** Means to make derived values that take longer than a moment. */
export interface Work {
  /** Client of the page's workers. */
  readonly jobs: JobClient
  /** Aborting it ends the work, unless another caller waits for the same value. */
  readonly signal?: AbortSignal | undefined
  /** Called with the finished share (0 to 1) by work that can measure it. */
  readonly onProgress?: ((share: number) => void) | undefined
}

/** Means of the page's components to work in the background and to report errors. */
export interface PageWork extends Pick<Work, 'jobs'> {
  /** Shows an error among the page's messages. Every error must be reported. */
  readonly report: (error: unknown) => void
}

/** Provided to the whole page by `App`. Without a provider, jobs throw and errors are reported to the browser. */
export const WorkContext = createContext<PageWork>({
  jobs: createJobClient(() => {
    throw new Error('there are no workers outside of the page')
  }),
  report: (error) => reportError(error),
})

/** Returns the page's means of work, as provided to `WorkContext`. */
export function useWork(): PageWork {
  return useContext(WorkContext)
}

/** Starts a worker ahead once the page is on the screen, while its first figure is made: the next file needs it. */
export function useWarmWorker(): void {
  const { jobs } = useWork()
  useEffect(() => jobs.warmUp(), [jobs])
}

type Start<T> = (work: Required<Pick<Work, 'signal' | 'onProgress'>>) => Promise<T>

/** Work that several callers may await at the same time. It is aborted when the last of them has given up. */
export class SharedWork<T> {
  /** Settles as the work does, even if no caller awaits it. */
  readonly result: Promise<T>
  private readonly ending = new AbortController()
  private readonly listeners = new Set<(share: number) => void>()
  private waitingCount = 0

  constructor(start: Start<T>) {
    this.result = start({
      signal: this.ending.signal,
      onProgress: (share) => {
        for (const listener of this.listeners) listener(share)
      },
    })
  }

  /** True if the work was aborted, so that a new caller has to start it again. */
  get isAborted(): boolean {
    return this.ending.signal.aborted
  }

  /** Settles as the work does, or rejects with the signal's reason as soon as the signal is aborted. */
  async wait({ signal, onProgress }: Pick<Work, 'signal' | 'onProgress'>): Promise<T> {
    const leaving = new AbortController()
    this.waitingCount++
    // Each call adds a function of its own, since two callers may pass the same one.
    const listener = (share: number): void => onProgress?.(share)
    this.listeners.add(listener)
    try {
      return await new Promise<T>((resolve, reject) => {
        this.result.then(resolve, reject)
        signal?.addEventListener('abort', () => reject(signal.reason), { signal: leaving.signal })
      })
    } finally {
      leaving.abort()
      this.listeners.delete(listener)
      this.waitingCount--
      if (this.waitingCount === 0) this.ending.abort(signal?.reason)
    }
  }
}
