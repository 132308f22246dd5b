import { base64 } from '../../codec/base64'
import { inflated, zlib } from '../../codec/deflate'
import { canonicalPieces } from '../../formats/canonical/canonicalJson'
import { TensorError } from '../../tensor/TensorError'
import { type Tensor } from '../../tensor/Tensor'

/** Longest that a packed tensor may be in a link, in characters: what mail and chat programs still pass on whole. */
export const MAX_LINKED = 8192

/** More text than this is certainly packed to more than a link holds, and is not worth packing. */
const MAX_TEXT = 1 << 20

/** The tensor as a link carries it: its canonical JSON, deflated, in base64url; undefined where it is too large. */
export function packedTensor(tensor: Tensor): string | undefined {
  let text = ''
  for (const piece of canonicalPieces(tensor)) {
    text += piece
    if (text.length > MAX_TEXT) return undefined
  }
  const packed = base64(zlib(new TextEncoder().encode(text), 9))
  const address = packed.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '')
  return address.length > MAX_LINKED ? undefined : address
}

/** The JSON in a link. Throws `TensorError` (read) where it is damaged. */
export async function unpackedTensor(text: string): Promise<Blob> {
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
        advice: 'Copy the link again, whole: programs that break lines may have cut it.',
      },
      { cause: error },
    )
  }
}
