import { COMMA } from './ByteWindow'
import { digitCountOf, digitsOf, scaleOf } from './digitsOf'
import { powerOfTen } from './powerOfTen'
import { roundedDecimal } from './roundedDecimal'

const MINUS = 0x2d
const PLUS = 0x2b
const POINT = 0x2e
const ZERO = 0x30
const SPACE = 0x20
const LETTER_E = 0x65
const TO_LOWER_CASE = 0x20

/** Below it, four more digits make a number below 10^15. */
const ROOM_FOR_FOUR = 1e11
const MOST_LOW_DIGITS = 15

const encoder = new TextEncoder()
const decoder = new TextDecoder()

const literals: readonly (readonly [bytes: Uint8Array, value: number])[] = [
  [encoder.encode('null'), NaN],
  [encoder.encode('NaN'), NaN],
  [encoder.encode('Infinity'), Infinity],
  [encoder.encode('-Infinity'), -Infinity],
]

/**
 * Reads JSON numbers, null, NaN and ±Infinity from bytes, without making strings of them. Exact: bit for bit what
 * `Number` and JSON.parse give. Behind what is read there must be a byte that is no part of a number.
 */
export class NumberReader {
  /** Where the next number starts. */
  position = 0
  /** The number that `read` has read; null is NaN. */
  value = 0
  /** Where `readPlainOnes` puts its numbers. */
  values = new Float64Array(0)
  private view = new DataView(new ArrayBuffer(0))
  /** The number's digits: high × 10^lowDigits + low. */
  private high = 0
  private low = 0
  private lowDigits = 0

  open(view: DataView<ArrayBuffer>, position: number): void {
    this.view = view
    this.position = position
  }

  /**
   * The fast lane: reads numbers like `-0.0123` with a comma and perhaps a space behind them, as long as they come,
   * into `values` from `start`. Gives the index behind the last; `position` is that of what stopped it.
   */
  readPlainOnes(start: number): number {
    const { view, values } = this
    let { position } = this
    let index = start
    while (index < values.length) {
      // Signs come in no order that a processor could predict, so there is no branch on them.
      const minusCount = Number(view.getUint8(position) === MINUS)
      const first = view.getUint8(position + minusCount) - ZERO
      let at = position + minusCount + 2
      if (first < 0 || first > 9 || view.getUint8(at - 1) !== POINT) break
      let digits = first
      let count = 0
      let length = 0
      do {
        const word = view.getInt32(at + length, true)
        count = digitCountOf(word)
        digits = (Math.imul(digits, scaleOf(count)) + digitsOf(word, count)) | 0
        length += count
      } while (count === 4 && length < 8)
      const sign = 1 - 2 * minusCount
      values[index] = (digits / powerOfTen(length)) * sign
      at += length
      if (count === 4) at = this.readLongOne(at, index, digits, sign)
      if (length === 0 || view.getUint8(at) !== COMMA) break
      index++
      position = at + 1 + Number(view.getUint8(at + 1) === SPACE)
    }
    this.position = position
    return index
  }

  /**
   * Goes on at the ninth digit of a fraction, if there is one: the digits before it, the one in front of the point
   * included, make the number `high`. Gives the byte behind the fraction, or `at` where it is too long. It is apart
   * since it would slow down the fast lane.
   */
  private readLongOne(at: number, index: number, high: number, sign: number): number {
    const { view, values } = this
    let low = 0
    let count = 0
    let length = 0
    do {
      const word = view.getInt32(at + length, true)
      count = digitCountOf(word)
      low = low * scaleOf(count) + digitsOf(word, count)
      length += count
    } while (count === 4 && length < 12)
    const value = roundedDecimal(high, low, length, -8 - length)
    if (Number.isNaN(value)) return at
    values[index] = value * sign
    return at + length
  }

  /** Reads what starts at `position`; false = neither a number nor one of the literals. */
  read(): boolean {
    const { view } = this
    const start = this.position
    const isNegative = view.getUint8(start) === MINUS
    if (isNegative) this.position++
    const first = view.getUint8(this.position)
    if (!isDigit(first)) return this.readLiteral(start)
    this.high = 0
    this.low = 0
    this.lowDigits = 0
    if (first === ZERO) this.position++
    else this.readDigits()
    const fractionLength = this.readFraction()
    const exponent = this.readExponent()
    if (Number.isNaN(fractionLength + exponent)) return false
    const magnitude = this.magnitude(exponent - fractionLength, start)
    this.value = isNegative ? -magnitude : magnitude
    return true
  }

  /** The number of digits after a point, 0 if there is none; NaN for a point without digits. */
  private readFraction(): number {
    if (this.view.getUint8(this.position) !== POINT) return 0
    const start = ++this.position
    this.readDigits()
    return this.position === start ? NaN : this.position - start
  }

  private readDigits(): void {
    const { view } = this
    let count = 0
    do {
      const word = view.getInt32(this.position, true)
      count = digitCountOf(word)
      this.addDigits(digitsOf(word, count), count)
      this.position += count
    } while (count === 4)
  }

  private addDigits(digits: number, count: number): void {
    if (this.lowDigits === 0 && this.high < ROOM_FOR_FOUR) {
      this.high = this.high * scaleOf(count) + digits
    } else {
      this.low = this.low * scaleOf(count) + digits
      this.lowDigits += count
    }
  }

  /** The number after an e, 0 if there is none; NaN for an e without digits. */
  private readExponent(): number {
    const { view } = this
    if ((view.getUint8(this.position) | TO_LOWER_CASE) !== LETTER_E) return 0
    const sign = view.getUint8(++this.position)
    if (sign === MINUS || sign === PLUS) this.position++
    const start = this.position
    let exponent = 0
    for (let byte = view.getUint8(start); isDigit(byte);) {
      exponent = exponent * 10 + byte - ZERO
      byte = view.getUint8(++this.position)
    }
    if (this.position === start) return NaN
    return sign === MINUS ? -exponent : exponent
  }

  private magnitude(exponent: number, start: number): number {
    const { high, low, lowDigits } = this
    const value =
      lowDigits <= MOST_LOW_DIGITS ? roundedDecimal(high, low, lowDigits, exponent) : NaN
    // More digits than these, or a number too far from 1: rare enough to make a string of it.
    return Number.isNaN(value) ? Math.abs(Number(this.textFrom(start))) : value
  }

  private readLiteral(start: number): boolean {
    const { view } = this
    const found = literals.find(([name]) =>
      name.every((byte, i) => view.getUint8(start + i) === byte),
    )
    if (found === undefined) return false
    const [name, value] = found
    this.position = start + name.length
    this.value = value
    return true
  }

  private textFrom(start: number): string {
    return decoder.decode(new Uint8Array(this.view.buffer, start, this.position - start))
  }
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= 0x39
}
