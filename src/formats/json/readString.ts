import { type TensorError } from '../../tensor/TensorError'
import { BACKSLASH, QUOTE, type ByteWindow } from './ByteWindow'
import { syntaxError, truncated } from './syntaxError'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads the text whose opening quote is at the window's position. Returns undefined if its end has not arrived. */
export function readString(window: ByteWindow): string | undefined {
  const close = closingQuote(window)
  if (close < 0) {
    if (!window.isFinal) return undefined
    throw unclosed(window)
  }
  const start = window.position + 1
  const text = decode(window, start, close)
  window.consumeTo(close + 1)
  return text
}

function closingQuote(window: ByteWindow): number {
  let quote = window.find(QUOTE)
  while (quote >= 0 && isEscaped(window, quote)) quote = window.find(QUOTE, quote + 1)
  return quote
}

/** Whether a quote is part of the text: it is after an odd number of backslashes. */
function isEscaped({ bytes, position }: ByteWindow, quote: number): boolean {
  let at = quote - 1
  while (at > position && bytes[at] === BACKSLASH) at--
  return (quote - at) % 2 === 0
}

function decode(window: ByteWindow, start: number, end: number): string {
  const bytes = window.bytes.subarray(start, end)
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    const at = invalidUtf8At(bytes)
    throw syntaxError(
      window.offsetOf(start + at),
      `A text holds the byte ${hex(bytes[at] ?? 0, 2)} here, which is not UTF-8.`,
      'Save the file with the encoding UTF-8.',
    )
  }
  if (!/[\\\p{Cc}]/u.test(text)) return text
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    throw fault(text, window.offsetOf(start))
  }
}

/**
 * Returns the error for the first control character or wrong escape of a text. `start` is the offset in the file of its
 * first byte.
 */
function fault(text: string, start: number): TensorError {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x20 && code !== BACKSLASH) continue
    const byte = start + new TextEncoder().encode(text.slice(0, at)).length
    if (code < 0x20) return syntaxError(byte, controlText(code))
    const escape = text.slice(at, at + 6)
    if (!/^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.test(escape)) return wrongEscape(byte, escape)
    at++
  }
  return syntaxError(start, 'A text here is not well-formed.')
}

function wrongEscape(byte: number, escape: string): TensorError {
  const shown = escape.startsWith('\\u')
    ? escape
    : `\\${String.fromCodePoint(escape.codePointAt(1) ?? 0x20)}`
  return syntaxError(
    byte,
    `“${shown}” is not an escape that JSON has.`,
    'A backslash in a text is written twice.',
  )
}

function controlText(byte: number): string {
  if (byte === 0x0a || byte === 0x0d) return 'A text is not closed at the end of its line.'
  if (byte === 0x09) return 'A text holds a tab character, which JSON writes as \\t.'
  return `A text holds the control character U+${hex(byte, 4)}, which JSON writes as \\u${hex(byte, 4)}.`
}

/** Returns the error for a text without a closing quote. A line end in it shows where the quote is probably missing. */
function unclosed(window: ByteWindow): TensorError {
  const { bytes, position, end } = window
  for (let at = position + 1; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x20) return syntaxError(window.offsetOf(at), controlText(byte))
  }
  return truncated(window.offsetOf(end), 'in the middle of a text')
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0')
}

/**
 * Returns the index of the first byte that does not continue well-formed UTF-8 (Unicode 16, table 3-7), or the length
 * if all bytes are well-formed.
 */
function invalidUtf8At(bytes: Uint8Array): number {
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
