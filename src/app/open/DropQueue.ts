import { type WaitingFiles } from '../state/AppState'

type OnWaiting = (files: WaitingFiles | undefined) => void

/** Files that are opened together. */
export interface Drop {
  readonly names: readonly string[]
  /** A drop is ignored while one of the same key is opened or waits; absent if it never is. */
  readonly key?: string | undefined
  /** Opens the files. */
  readonly run: (signal: AbortSignal) => Promise<void>
}

/**
 * Opens drops one after the other. `onWaiting` is called whenever other files wait, and with undefined if none do;
 * `onError` with the error of a drop, after which the next one follows.
 */
export class DropQueue {
  private readonly waiting: Drop[] = []
  private running: AbortController | undefined
  private current: Drop | undefined
  private readonly onWaiting: OnWaiting
  private readonly onError: (error: unknown) => void

  constructor(onWaiting: OnWaiting, onError: (error: unknown) => void) {
    this.onWaiting = onWaiting
    this.onError = onError
  }

  get isRunning(): boolean {
    return this.running !== undefined
  }

  add(drop: Drop): void {
    const { key } = drop
    if (key !== undefined && [this.current, ...this.waiting].some((each) => each?.key === key))
      return
    this.waiting.push(drop)
    if (this.running === undefined) void this.runAll()
    else this.report()
  }

  /** Cancels the drop that is being opened. The next one follows. */
  cancel(): void {
    this.running?.abort()
  }

  /** Cancels the drop that is being opened, and those that wait. */
  clear(): void {
    this.waiting.length = 0
    this.cancel()
  }

  private async runAll(): Promise<void> {
    for (let drop = this.waiting.shift(); drop !== undefined; drop = this.waiting.shift()) {
      this.running = new AbortController()
      this.current = drop
      this.report()
      // oxlint-disable-next-line no-await-in-loop -- one after the other on purpose
      await drop.run(this.running.signal).catch(this.onError)
    }
    this.running = undefined
    this.current = undefined
  }

  private report(): void {
    const [first] = this.waiting
    const count = this.waiting.reduce((sum, { names }) => sum + names.length, 0)
    this.onWaiting(first && { name: first.names[0] ?? '', count })
  }
}
