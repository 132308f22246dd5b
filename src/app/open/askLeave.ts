import { TensorError } from '../../tensor/TensorError'
import { createStore } from '../base/Store'
import { needsLeave, networkOf } from './networkOf'

/** A question whether the page may read a file from a host near the reader. */
interface LeaveQuestion {
  /** Host with its port. */
  readonly host: string
  /** Where the host is: `this computer`. */
  readonly network: string
  readonly answer: (isAllowed: boolean) => void
}

/** The question that waits for an answer; undefined if there is none. */
export const leaveQuestion = createStore<LeaveQuestion | undefined>(undefined)

/** Hosts that the reader has allowed since the page was opened. */
const allowed = new Set<string>()

/**
 * Resolves once the page may read from an address: at once for addresses of the internet, otherwise when the reader
 * allows it. Rejects with `TensorError` (read) if the reader refuses, or with the signal's reason.
 */
export async function askLeave(address: URL, signal: AbortSignal): Promise<void> {
  const { host } = address
  if (!needsLeave(address, location) || allowed.has(host)) return
  signal.throwIfAborted()
  const isAllowed = await new Promise<boolean>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    leaveQuestion.set({ host, network: networkOf(address), answer: resolve })
  }).finally(() => leaveQuestion.set(undefined))
  if (!isAllowed) throw refused(host)
  allowed.add(host)
}

function refused(host: string): TensorError {
  return new TensorError({
    tag: 'read',
    message: `The file was not read from ${host}, because you refused it.`,
    advice: 'Open the link again to allow it, or download the file and drop it here.',
  })
}
