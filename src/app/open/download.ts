import { chunksOf } from '../../codec/deflated'
import { askLeave } from './askLeave'
import { isTensorError, TensorError } from '../../tensor/TensorError'

/** Called with the progress of a download in bytes. `byteCount` is 0 if the server does not send the length. */
export type OnDownloaded = (bytesRead: number, byteCount: number) => void

/** Hosts from which the page's content security policy allows requests without encryption. */
const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1'])

/**
 * Returns the file at an address. Pages of GitHub or Hugging Face that show a file count as its address. Rejects with
 * `TensorError` (read) and a sentence if the server or the browser refuses, or with the signal's reason.
 */
export async function download(
  text: string,
  signal: AbortSignal,
  onDownloaded: OnDownloaded,
): Promise<Blob> {
  const address = addressOf(text)
  await askLeave(address, signal)
  // No cookie of the reader goes along, so that a link reads nothing that is not public.
  const options = { signal, referrerPolicy: 'no-referrer', credentials: 'omit' } as const
  const response = await fetch(address, options).catch((error: unknown) => {
    signal.throwIfAborted()
    throw problem(
      `This page could not download the file from ${address.origin}.`,
      'The server does not exist, cannot be reached, or does not let other pages read its files (CORS). Download the file and drop it here.',
      error,
    )
  })
  if (!response.ok) {
    const isGone = response.status === 404
    throw problem(
      `${address.origin} answered ${response.status} ${response.statusText}`.trimEnd() + '.',
      isGone
        ? 'The file does not exist or is not public. Correct the address.'
        : 'Try again later, or download the file and drop it here.',
    )
  }
  // The browser followed the redirect; nothing of the answer is read before its address is allowed too.
  if (response.redirected) await askLeave(new URL(response.url), signal)
  return bodyOf(response, signal, onDownloaded)
}

function addressOf(text: string): URL {
  const address = URL.canParse(text, location.href) ? new URL(text, location.href) : undefined
  const isLocal = address !== undefined && LOCAL_HOSTS.has(address.hostname)
  const isOpen =
    address !== undefined && (/^(?:https|blob|data):$/u.test(address.protocol) || isLocal)
  if (isOpen) return rawAddress(address)
  throw problem(
    `“${text.slice(0, 200)}” is not an address that this page can read.`,
    'Use an address that begins with https://, or drop the file here.',
  )
}

async function bodyOf(
  response: Response,
  signal: AbortSignal,
  onDownloaded: OnDownloaded,
): Promise<Blob> {
  // A compressed response is longer after decoding than its declared length.
  const isPacked = response.headers.has('content-encoding')
  const byteCount = isPacked ? 0 : Number(response.headers.get('content-length') ?? 0)
  const parts = new BlobParts()
  if (byteCount > MOST_BYTES) throw tooLong()
  try {
    if (response.body === null) return new Blob()
    for await (const chunk of chunksOf(response.body)) {
      parts.add(chunk)
      if (parts.byteCount > MOST_BYTES) throw tooLong()
      onDownloaded(parts.byteCount, byteCount)
    }
  } catch (error) {
    if (isTensorError(error)) throw error
    signal.throwIfAborted()
    throw problem(
      'The connection broke before the download was complete.',
      'Open the address again.',
      error,
    )
  }
  return parts.whole()
}

/** Most bytes of a download: JSON of the largest tensor that is read. */
const MOST_BYTES = 4e9

function tooLong(): TensorError {
  return new TensorError({
    tag: 'too-large',
    message: `The file at this address has more than ${MOST_BYTES / 1e9} GB.`,
    advice: 'Split it by layers or queries, or save it as .npy.',
  })
}

/** Bytes that are collected on the page's heap before they become a blob. */
const PART_BYTES = 4 << 20

/** Collects bytes outside the page's heap: browsers keep blobs in another process, large ones on the disk. */
export class BlobParts {
  byteCount = 0
  private readonly blobs: Blob[] = []
  private waiting: Uint8Array<ArrayBuffer>[] = []
  private waitingBytes = 0

  add(chunk: Uint8Array<ArrayBuffer>): void {
    this.byteCount += chunk.length
    this.waiting.push(chunk)
    this.waitingBytes += chunk.length
    if (this.waitingBytes >= PART_BYTES) this.flush()
  }

  /** Returns all bytes that were added. */
  whole(): Blob {
    this.flush()
    return new Blob(this.blobs)
  }

  private flush(): void {
    this.blobs.push(new Blob(this.waiting))
    this.waiting = []
    this.waitingBytes = 0
  }
}

function problem(message: string, advice: string, cause?: unknown): TensorError {
  return new TensorError({ tag: 'read', message, advice }, { cause })
}

const GITHUB = /^\/([^/]+\/[^/]+)\/(?:blob|raw)\/(.+)$/u
const HUGGING_FACE = /^(\/.+)\/blob\/(.+)$/u

/**
 * Returns the address of a file's bytes for a page of GitHub or Hugging Face that shows it. Other addresses are
 * returned unchanged.
 */
export function rawAddress(address: URL): URL {
  const { hostname, pathname } = address
  const github = hostname === 'github.com' ? GITHUB.exec(pathname) : null
  if (github !== null) {
    return new URL(`https://raw.githubusercontent.com/${github[1]}/${github[2]}`)
  }
  const face = hostname === 'huggingface.co' ? HUGGING_FACE.exec(pathname) : null
  return face === null ? address : new URL(`${address.origin}${face[1]}/resolve/${face[2]}`)
}
