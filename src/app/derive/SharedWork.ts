import { type Work } from './Work'

type Start<T> = (work: Required<Pick<Work, 'signal' | 'onProgress'>>) => Promise<T>

/** Work that several may wait for at the same time. It is aborted when the last of them has given up. */
export class SharedWork<T> {
  /** Settles as the work does, whoever waits for it. */
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

  /** Whether it is of no use to who asks now. */
  get isAborted(): boolean {
    return this.ending.signal.aborted
  }

  /** Settles as the work does, or rejects with the signal's reason as soon as that is aborted. */
  async wait({ signal, onProgress }: Pick<Work, 'signal' | 'onProgress'>): Promise<T> {
    const leaving = new AbortController()
    this.waitingCount++
    // One for each: two may pass the same function.
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
