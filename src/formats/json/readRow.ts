import { CLOSE_BRACKET, COMMA, type ByteWindow } from './ByteWindow'
import { type NumericRow } from './JsonNode'
import { NumberReader } from './NumberReader'
import { type NumberStore } from './NumberStore'

const reader = new NumberReader()

/**
 * Reads the array that starts at the window's position to its `]`, if that has arrived. `more`: it has not. `other`:
 * it is not an array of numbers only, or not well-formed; the window is as it was, and reading it token by token
 * will tell.
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

/** Puts the numbers before `close` behind those of the store; their count, or −1 for anything else. */
function readNumbers(window: ByteWindow, close: number, store: NumberStore): number {
  let { length } = store
  reader.open(window.view, window.position)
  reader.values = store.values
  do {
    reader.position = window.skipSpace(reader.position + 1)
    length = reader.readPlainOnes(length)
    reader.position = window.skipSpace(reader.position)
    if (!reader.read()) return -1
    if (length === reader.values.length) reader.values = store.grow()
    reader.values[length++] = reader.value
    reader.position = window.skipSpace(reader.position)
  } while (window.bytes[reader.position] === COMMA)
  return reader.position === close ? length - store.length : -1
}
