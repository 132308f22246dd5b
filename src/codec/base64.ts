import { concatBytes } from './concatBytes'

/**
 * Bytes per piece. A multiple of 3, so that only the last piece is padded, and small enough for one call's arguments.
 */
const PIECE_LENGTH = 3 * 8192

/** Returns the bytes as base64 text with padding (RFC 4648, section 4). */
export function base64(bytes: Uint8Array): string {
  // The native method is many times faster, but not every engine has it.
  const native: unknown = Reflect.get(bytes, 'toBase64')
  return typeof native === 'function' ? String(Reflect.apply(native, bytes, [])) : inPieces(bytes)
}

function inPieces(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += PIECE_LENGTH) {
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + PIECE_LENGTH)))
  }
  return text
}

/** Returns the bytes that a base64 text encodes, or undefined if the text is not base64. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    // The native method is many times faster, but not every engine has it.
    const native: unknown = Reflect.get(Uint8Array, 'fromBase64')
    if (typeof native === 'function') return bytesFrom(Reflect.apply(native, Uint8Array, [text]))
    const characters = atob(text)
    const bytes = new Uint8Array(characters.length)
    for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i)
    return bytes
  } catch {
    return undefined
  }
}

/** Characters that are decoded in one step: a few milliseconds of work. */
const STEP = 1 << 20

/** Returns the bytes of a base64 text as `bytesOfBase64` does, and yields after each piece of it. */
export function* bytesOfBase64InSteps(
  text: string,
): Generator<undefined, Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = []
  for (let start = 0; start < text.length; start += STEP) {
    const part = bytesOfBase64(text.slice(start, start + STEP))
    if (part === undefined) return undefined
    parts.push(part)
    yield
  }
  return concatBytes(parts)
}

function bytesFrom(decoded: unknown): Uint8Array<ArrayBuffer> | undefined {
  return decoded instanceof Uint8Array ? new Uint8Array(decoded) : undefined
}
