import { FIRST_RANGE, type ByteRanges } from '../formats/source/ByteRanges'

/**
 * Bytes that another thread reads on demand. The object can be sent to a worker; `port` must be transferred. Not all
 * browsers let workers read files and blobs themselves (WebKit does not, if the page was opened from disk).
 */
export interface RemoteBytes {
  /** Size of the file in bytes. */
  readonly size: number
  readonly port: MessagePort
}

/** A request for the bytes from `start` (inclusive) to `end` (exclusive). */
interface RangeRequest {
  readonly id: number
  readonly start: number
  readonly end: number
}

/** The answer to the request with the same id. Concurrent requests may be answered in any order. */
type RangeResponse =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly fault: string }

/** Returns the range that every reader needs first; it is sent without a request. */
function firstRange(size: number): RangeRequest {
  return { id: 0, start: 0, end: Math.min(size, FIRST_RANGE) }
}

/**
 * Offers bytes to another thread, which reads them by `rangesOfRemote`, until `borrow` settles. Requests that are then
 * still pending are dropped, and later ones get no answer. Settles as `borrow` does.
 */
export async function offerBytes<T>(
  ranges: ByteRanges,
  borrow: (remote: RemoteBytes) => Promise<T>,
): Promise<T> {
  const { size } = ranges
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', ({ data }: MessageEvent<RangeRequest>) => {
    void answerRange(ranges, data, port1)
  })
  port1.start()
  void answerRange(ranges, firstRange(size), port1)
  try {
    return await borrow({ size, port: port2 })
  } finally {
    port1.close()
  }
}

async function answerRange(
  ranges: ByteRanges,
  { id, start, end }: RangeRequest,
  port: MessagePort,
): Promise<void> {
  try {
    const bytes = await ranges.read(start, end)
    post(port, { id, bytes }, [bytes.buffer])
  } catch (error) {
    post(port, { id, fault: String(error) })
  }
}

function post(port: MessagePort, response: RangeResponse, transfer: ArrayBuffer[] = []): void {
  port.postMessage(response, { transfer })
}

/** Returns the ranges of the bytes that another thread offers. */
export function rangesOfRemote({ size, port }: RemoteBytes): ByteRanges {
  const waiting = new Map<number, (response: RangeResponse) => void>()
  let lastId = 0
  const settle = (response: RangeResponse): void => {
    waiting.get(response.id)?.(response)
    waiting.delete(response.id)
  }
  const answerTo = (id: number): Promise<RangeResponse> =>
    new Promise((resolve) => waiting.set(id, resolve))
  port.addEventListener('message', ({ data }: MessageEvent<RangeResponse>) => settle(data))
  port.addEventListener('messageerror', () => {
    for (const id of waiting.keys()) settle({ id, fault: 'the bytes could not be received' })
  })
  const first = firstRange(size)
  const firstAnswer = answerTo(first.id)
  port.start()
  return {
    size,
    async read(start, end) {
      if (end <= first.end) return bytesIn(await firstAnswer).slice(start, end)
      const request: RangeRequest = { id: ++lastId, start, end }
      const answer = answerTo(request.id)
      port.postMessage(request)
      return bytesIn(await answer)
    },
  }
}

function bytesIn(response: RangeResponse): Uint8Array<ArrayBuffer> {
  if ('bytes' in response) return response.bytes
  throw new Error(response.fault)
}
