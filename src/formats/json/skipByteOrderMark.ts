import { type ByteWindow } from './ByteWindow'
import { syntaxError } from './syntaxError'

/**
 * Skips a UTF-8 byte order mark. Returns false if too few bytes have arrived to decide. Throws TensorError (syntax) for
 * UTF-16.
 */
export function skipByteOrderMark(window: ByteWindow): boolean {
  const { bytes, position, end, isFinal } = window
  if (end - position < 3 && !isFinal) return false
  const [first, second, third] = bytes.subarray(position, Math.min(end, position + 3))
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw syntaxError(
      0,
      'The file is written in UTF-16; JSON is UTF-8.',
      'Save it with the encoding UTF-8; in PowerShell: Out-File -Encoding utf8.',
    )
  }
  if (first === 0xef && second === 0xbb && third === 0xbf) window.consumeTo(position + 3)
  return true
}
