/**
 * Returns the index of the first byte that does not continue well-formed UTF-8 (Unicode 16, table 3-7), or the length
 * if all bytes are well-formed.
 */
export function invalidUtf8At(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return at
}

/** Returns the number of bytes of the character at `at`, or 0 if no well-formed character is there. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  if (first < 0xc2 || first > 0xf4) return 0
  const second = bytes[at + 1] ?? 0
  if (second < leastSecond(first) || second > greatestSecond(first)) return 0
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  const rest = bytes.subarray(at + 2, at + length)
  return rest.length === length - 2 && rest.every(isContinuation) ? length : 0
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80
}

/** Returns the lower bound of the second byte, which excludes overlong forms. */
function leastSecond(first: number): number {
  if (first === 0xe0) return 0xa0
  return first === 0xf0 ? 0x90 : 0x80
}

/** Returns the upper bound of the second byte, which excludes surrogates and code points above U+10FFFF. */
function greatestSecond(first: number): number {
  if (first === 0xed) return 0x9f
  return first === 0xf4 ? 0x8f : 0xbf
}
