import { cutText } from '../../text/cutText'
import { CLOSE_BRACE, CLOSE_BRACKET, COMMA, type ByteWindow } from './ByteWindow'
import { adviceFor, syntaxError, truncated } from './syntaxError'

const literals: ReadonlyMap<string, null | boolean | number> = new Map<
  string,
  null | boolean | number
>([
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
])

/** Length in bytes from which a word is no value, even if its end has not arrived. */
const LONGEST_WORD = 1 << 16

/** Longest word that an error quotes whole, in UTF-16 units. */
const LONGEST = 40

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

const decoder = new TextDecoder()

/** Reads the number or literal at the window's position. Returns undefined if its end has not arrived. */
export function readScalar(window: ByteWindow): null | boolean | number | undefined {
  const end = wordEnd(window)
  if (end === window.end && !window.isFinal && end - window.position < LONGEST_WORD)
    return undefined
  const word = decoder.decode(window.bytes.subarray(window.position, end))
  const value = NUMBER.test(word) ? Number(word) : literals.get(word)
  if (value === undefined) throw notAValue(window, word)
  window.consumeTo(end)
  return value
}

/**
 * Returns the end of a word of letters, digits and `+ - . _`, which may be a number, a literal or a wrong form of one.
 */
function wordEnd({ bytes, position, end }: ByteWindow): number {
  let at = position
  while (at < end && isWordByte(bytes[at] ?? 0)) at++
  return at
}

function isWordByte(byte: number): boolean {
  if (byte >= 0x30 && byte <= 0x39) return true
  const letter = byte | 0x20
  if (letter >= 0x61 && letter <= 0x7a) return byte >= 0x41
  return byte === 0x2d || byte === 0x2e || byte === 0x2b || byte === 0x5f
}

function notAValue(window: ByteWindow, word: string): Error {
  const byte = window.offsetOf(window.position)
  if (word === '') return unexpected(window, 'where a value was expected')
  const isLast = window.isFinal && window.position + word.length === window.end
  if (isLast && isBeginning(word)) {
    return truncated(window.offsetOf(window.end), `in the middle of “${cutText(word, LONGEST)}”`)
  }
  const kind = /^[-+.]?\d/.test(word) ? 'a number that JSON has' : 'a value that JSON has'
  return syntaxError(byte, `“${cutText(word, LONGEST)}” is not ${kind}.`, adviceFor(word))
}

/** Whether the word is the beginning of a valid value: `-`, `1.`, `2e+`, `tru`. */
function isBeginning(word: string): boolean {
  return NUMBER.test(`${word}0`) || [...literals.keys()].some((name) => name.startsWith(word))
}

/** Returns the error for the character at the window's position. `where` is its place in words. */
export function unexpected(window: ByteWindow, where: string): Error {
  const { bytes, position, end } = window
  const rest = decoder.decode(bytes.subarray(position, Math.min(end, position + 16)))
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0xfffd)
  const shown =
    character < ' '
      ? `the control character ${bytes[position]}`
      : character === '\ufffd'
        ? `the byte ${(bytes[position] ?? 0).toString(16).toUpperCase()}`
        : `“${character}”`
  return syntaxError(
    window.offsetOf(position),
    `There is ${shown} ${where}.`,
    // NumPy prints arrays as numbers without commas between them.
    isAfterComma(window) ? NO_COMMA : adviceFor(/^-?[\d.]/.test(rest) ? 'numpy' : rest),
  )
}

const NO_COMMA = 'Take out the comma before it: JSON has none after the last item.'

/** Whether an array or object is closed directly after a comma, as far as the window still holds the bytes. */
function isAfterComma({ bytes, position }: ByteWindow): boolean {
  const byte = bytes[position]
  if (byte !== CLOSE_BRACKET && byte !== CLOSE_BRACE) return false
  let at = position - 1
  while (at >= 0 && (bytes[at] ?? 0) <= 0x20) at--
  return at >= 0 && bytes[at] === COMMA
}
