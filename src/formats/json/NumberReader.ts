import { COMMA } from './ByteWindow'
import { digitCountOf, digitsOf, powerOfTen, roundedDecimal, scaleOf } from './roundedDecimal'

const MINUS = 0x2d
const PLUS = 0x2b
const POINT = 0x2e
const ZERO = 0x30
const SPACE = 0x20
const LETTER_E = 0x65
const TO_LOWER_CASE = 0x20

/** Numbers below this stay below 10^15 when four more digits follow. */
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
 * Reads JSON numbers, null, NaN and ±Infinity from bytes without making strings. The results are exact: the same bits
 * as those of `Number` and JSON.parse. A byte that is not part of a number must follow.
 */
export class NumberReader {
  /** Position at which the next number starts. */
  position = 0
  /** The number that `read` has read. Null is NaN. */
  value = 0
  /** Whether `read` has read a whole number beyond 2^53 whose last digits a double does not have. */
  hasRounded = false
  /** The array into which `readPlainOnes` writes. */
  values = new Float64Array(0)
  private view = new DataView(new ArrayBuffer(0))
  /** The digits of the number: high × 10^lowDigits + low. */
  private high = 0
  private low = 0
  private lowDigits = 0

  open(view: DataView<ArrayBuffer>, position: number): void {
    this.view = view
    this.position = position
  }

  /**
   * Reads consecutive numbers like `-0.0123`, each followed by a comma and perhaps a space, into `values` from `start`.
   * This is the fast path. Returns the index after the last number; `position` is where it stopped.
   */
  readPlainOnes(start: number): number {
    const { view, values } = this
    let { position } = this
    let index = start
    while (index < values.length) {
      // The signs are in no order that a processor could predict, so the code avoids a branch.
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
   * Continues at the ninth digit of a fraction, if there is one. The digits before it, including the one before the
   * point, make the number `high`. Returns the position after the fraction, or `at` if it is too long. It is a separate
   * function because it would slow down the fast path.
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

  /** Reads the number or literal at `position`. Returns false if it is neither. */
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
    if (magnitude > Number.MAX_SAFE_INTEGER && !this.hasRounded) {
      this.hasRounded = isRounded(this.textFrom(start), magnitude)
    }
    this.value = isNegative ? -magnitude : magnitude
    return true
  }

  /** Returns the number of digits after a point: 0 if there is no point, NaN if no digits follow it. */
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

  /** Returns the number after an e: 0 if there is no e, NaN if no digits follow it. */
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
    // Longer numbers, or those too far from 1, are rare, so converting them through a string is fast enough.
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

/**
 * Returns true if the digits of a whole number are neither those of its double nor the shortest ones that read back to
 * it. False for a number with a point or an exponent, which is written as a decimal anyway.
 */
function isRounded(text: string, magnitude: number): boolean {
  const digits = text.replace('-', '')
  if (!/^\d+$/.test(digits) || !Number.isFinite(magnitude)) return false
  const [mantissa = '', exponent = ''] = magnitude.toExponential().split('e')
  const shortest = mantissa.replace('.', '').padEnd(Number(exponent) + 1, '0')
  return digits !== shortest && BigInt(digits) !== BigInt(magnitude)
}
