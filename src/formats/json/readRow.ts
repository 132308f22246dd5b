import { TensorError } from '../../tensor/TensorError'
import { CLOSE_BRACKET, type ByteWindow } from './ByteWindow'
import { type NumericRow } from './JsonTree'
import { type NumberStore } from './NumberStore'

/** V8 holds strings of up to 2^29 − 24 characters; other engines hold longer ones. */
const MAX_ROW_BYTES = 2 ** 29 - 24

const decoder = new TextDecoder()

/**
 * Takes the array that starts at the window's position to its `]` and has the native parser read it.
 * `more`: its end has not arrived. `other`: it is not an array of numbers only, or not well-formed; the
 * window is as it was, and reading it token by token will tell.
 */
export function readRow(window: ByteWindow, store: NumberStore): NumericRow | 'more' | 'other' {
  const close = window.find(CLOSE_BRACKET)
  if (close < 0) return window.isFinal ? 'other' : 'more'
  const byteCount = close + 1 - window.position
  if (byteCount > MAX_ROW_BYTES) throw tooLong(byteCount, window.offsetOf(window.position))
  const row = parseRow(decoder.decode(window.bytes.subarray(window.position, close + 1)))
  const start = store.length
  if (row === undefined || !store.append(row)) return 'other'
  window.consumeTo(close + 1)
  return { kind: 'row', start, length: row.length }
}

/**
 * A nested array or a text with a `]` in it is cut short here and so refused by the parser. The literals that JSON
 * lacks are written as ones it has, with spaces around them, so that they join with no digit beside them.
 */
function parseRow(text: string): readonly unknown[] | undefined {
  const json =
    text.includes('N') || text.includes('I')
      ? text.replaceAll('NaN', ' null ').replaceAll(/-?Infinity/g, literalOfInfinity)
      : text
  try {
    const row: unknown = JSON.parse(json)
    return Array.isArray(row) ? row : undefined
  } catch {
    return undefined
  }
}

function literalOfInfinity(name: string): string {
  return name.startsWith('-') ? ' -1e999 ' : ' 1e999 '
}

function tooLong(byteCount: number, byte: number): TensorError {
  return new TensorError({
    tag: 'too-large',
    message: `One row of numbers is ${byteCount} bytes of text; up to ${MAX_ROW_BYTES} can be read.`,
    advice: 'Write the row with fewer digits, or split it.',
    place: { byte },
  })
}
