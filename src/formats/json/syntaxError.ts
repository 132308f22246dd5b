import { TensorError } from '../../tensor/TensorError'
import { type ByteWindow } from './ByteWindow'

/**
 * Returns the error for text that is not JSON, at a byte of the file. Line, column and excerpt are added later, if the
 * source is available.
 */
export function syntaxError(byte: number, message: string, advice?: string): TensorError {
  return new TensorError({
    tag: 'syntax',
    message,
    advice: advice ?? 'Correct the file at this place, or write it again with a JSON library.',
    place: { byte },
  })
}

const CUT_OFF = 'It looks cut off: save, copy or download the file again, to its end.'

/** Returns the error for a file that ends too early. `where` is a clause: “while one array or object is still open”. */
export function truncated(byte: number, where: string): TensorError {
  return syntaxError(byte, `The file ends too early, ${where}.`, CUT_OFF)
}

const PYTHON =
  'This looks like printed Python. Write the file with json.dump(data, file); arrays with .tolist().'

/**
 * Returns advice for a text that is not a JSON value, by its beginning: output of Python, of JavaScript, or a comment.
 */
export function adviceFor(text: string): string | undefined {
  if (/^(?:['(]|None|True|False|nan|-?inf|-nan|array|tensor|np|numpy|torch|b'|u')/.test(text)) {
    return PYTHON
  }
  if (/^(?:undefined|function)/.test(text)) return 'Write the file with JSON.stringify.'
  if (/^\/[/*]|^#/.test(text)) return 'JSON has no comments; take them out.'
  return undefined
}

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
