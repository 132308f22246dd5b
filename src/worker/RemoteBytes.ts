import { FIRST_RANGE, type ByteRanges } from '../formats/source/ByteRanges'

/**
 * Bytes that another thread reads on demand, in a form that can be sent there: `port` has to be transferred. Workers
 * cannot read files and blobs themselves in all browsers (WebKit, page from disk).
 */
export interface RemoteBytes {
  /** In bytes. */
  readonly size: number
  readonly port: MessagePort
}

/** Asks for the bytes from `start` up to, but not including, `end`. */
interface RangeRequest {
  readonly id: number
  readonly start: number
  readonly end: number
}

/** The answer to the request with the same id; requests that run at the same time may be answered in any order. */
type RangeResponse =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly fault: string }

/** Every reading begins here, so that it is sent without being asked for. */
function firstRange(size: number): RangeRequest {
  return { id: 0, start: 0, end: Math.min(size, FIRST_RANGE) }
}

/**
 * Offers bytes to another thread, which reads them by `rangesOfRemote`, until `borrow` settles; what is under way then is
 * dropped, and nothing more is answered. Settles as `borrow` does.
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

/** Returns the ranges of bytes that another thread offers. */
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
