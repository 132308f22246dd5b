import { CLOSE_BRACKET, COMMA, type ByteWindow } from './ByteWindow'
import { type NumericRow } from './JsonNode'
import { NumberReader } from './NumberReader'
import { type NumberStore } from './NumberStore'

const reader = new NumberReader()

/**
 * Reads the array of numbers at the window's position. Returns `more` if its `]` has not arrived. Returns `other` if it
 * is not a well-formed array of only numbers; the window is then unchanged, and the caller reads it token by token.
 */
export function readRow(window: ByteWindow, store: NumberStore): NumericRow | 'more' | 'other' {
  const close = window.find(CLOSE_BRACKET)
  if (close < 0) return window.isFinal ? 'other' : 'more'
  const length = readNumbers(window, close, store)
  if (length < 0) return 'other'
  const start = store.length
  store.commit(length, close + 1 - window.position)
  window.consumeTo(close + 1)
  return { kind: 'row', start, length }
}

/** Writes the numbers before `close` after those of the store. Returns their count, or −1 if there is anything else. */
function readNumbers(window: ByteWindow, close: number, store: NumberStore): number {
  let { length } = store
  reader.open(window.view, window.position)
  reader.values = store.values
  reader.hasRounded = store.hasRounded
  do {
    reader.position = window.skipSpace(reader.position + 1)
    length = reader.readPlainOnes(length)
    reader.position = window.skipSpace(reader.position)
    if (!reader.read()) return -1
    if (length === reader.values.length) reader.values = store.grow()
    reader.values[length++] = reader.value
    reader.position = window.skipSpace(reader.position)
  } while (window.bytes[reader.position] === COMMA)
  if (reader.position !== close) return -1
  if (reader.hasRounded) store.markRounded()
  return length - store.length
}

/** Whether the byte is a digit, `-`, or the first letter of null, NaN or Infinity. */
export function startsNumber(byte: number | undefined): boolean {
  if (byte === undefined) return false
  return (byte >= 0x30 && byte <= 0x39) || [0x2d, 0x6e, 0x4e, 0x49].includes(byte)
}
