/** The first message of a worker: the name of the lock that it holds for as long as it lives. */
export interface LifelineMessage {
  readonly type: 'lifeline'
  readonly lock: string
}

/**
 * Holds a lock of a new name until the worker in which it is called ends, however it ends, and then calls `tell` with
 * the name. A worker that computes answers no question, but the browser releases its locks at once when it ends. In
 * pages that may hold no locks, nothing is told.
 */
export function holdLifeline(tell: (message: LifelineMessage) => void): void {
  const lock = `simlens ${Math.random()} ${performance.now()}`
  const held = locksOf(navigator)?.request(lock, () => {
    tell({ type: 'lifeline', lock })
    return new Promise<void>(() => undefined)
  })
  held?.catch(() => undefined)
}

/** Calls `call` when a lock that a worker holds is released. */
export function whenReleased(lock: string, call: () => void): void {
  locksOf(navigator)
    ?.request(lock, call)
    .catch(() => undefined)
}

function locksOf(owner: object): LockManager | undefined {
  return 'locks' in owner && owner.locks instanceof LockManager ? owner.locks : undefined
}
