import { base64 } from '../../codec/base64'
import { inflated, zlib } from '../../codec/deflated'
import { canonicalPieces } from '../../formats/canonical/canonicalJson'
import { TensorError } from '../../tensor/TensorError'
import { type Tensor } from '../../tensor/Tensor'

/** Most characters of a packed tensor in a link. Mail and chat programs still pass on links of this length. */
export const MAX_LINKED = 8192

/** Most characters of JSON that are packed. Longer texts would never fit in a link. */
const MAX_TEXT = 1 << 20

/**
 * Returns the tensor as a link carries it: its canonical JSON, deflated, in base64url. Undefined if it is too large.
 */
export function linkTextOf(tensor: Tensor): string | undefined {
  let text = ''
  for (const piece of canonicalPieces(tensor)) {
    text += piece
    if (text.length > MAX_TEXT) return undefined
  }
  const packed = base64(zlib(new TextEncoder().encode(text), 9))
  const address = packed.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '')
  return address.length > MAX_LINKED ? undefined : address
}

/** Returns the JSON of a tensor that a link carries. Rejects with `TensorError` (read) if it is damaged. */
export async function linkedTensor(text: string): Promise<Blob> {
  try {
    if (text.length > 2 * MAX_LINKED) throw new RangeError(`${text.length} characters`)
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const parts: Uint8Array<ArrayBuffer>[] = []
    for await (const part of inflated(bytes, 'deflate')) parts.push(part)
    return new Blob(parts)
  } catch (error) {
    throw new TensorError(
      {
        tag: 'read',
        message: 'The tensor in this link is damaged.',
        advice: 'Copy the whole link again. A program that breaks lines may have cut it.',
      },
      { cause: error },
    )
  }
}
