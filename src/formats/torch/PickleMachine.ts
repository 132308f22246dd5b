import { damaged } from '../source/unreadable'
import { type PickleValue } from './PickleNode'

const utf8 = new TextDecoder()

/** The state of reading a pickle: the bytes that follow, a stack, and the values that were kept by number. */
export class PickleMachine {
  readonly memo = new Map<number, PickleValue>()
  private readonly view: DataView
  private at = 0
  private stack: PickleValue[] = []
  /** The stack below each open mark. */
  private readonly below: PickleValue[][] = []

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  push(value: PickleValue): void {
    this.stack.push(value)
  }

  pop(): PickleValue {
    const value = this.top()
    this.stack.pop()
    return value
  }

  top(): PickleValue {
    return this.known(this.stack.at(-1))
  }

  mark(): void {
    this.below.push(this.stack)
    this.stack = []
  }

  /** Returns the values that were pushed since the last mark. */
  popMark(): PickleValue[] {
    const items = this.stack
    this.stack = this.known(this.below.pop())
    return items
  }

  keep(number: number): void {
    this.memo.set(number, this.top())
  }

  recall(number: number): void {
    this.push(this.known(this.memo.get(number)))
  }

  /** Returns the next `size` bytes, 1 to 8, as a whole number. The lowest byte comes first. */
  count(size: number): number {
    const start = this.step(size)
    let value = 0
    for (let i = size - 1; i >= 0; i--) value = value * 256 + this.view.getUint8(start + i)
    return value
  }

  /** Returns the next `size` bytes as a signed whole number. */
  integer(size: number): number {
    const value = this.count(size)
    return size > 0 && value >= 2 ** (8 * size - 1) ? value - 2 ** (8 * size) : value
  }

  float(): number {
    return this.view.getFloat64(this.step(8))
  }

  text(length: number): string {
    const start = this.step(length)
    return utf8.decode(new Uint8Array(this.view.buffer, this.view.byteOffset + start, length))
  }

  /** Returns the text up to the next line end, without the line end. */
  line(): string {
    let end = this.at
    while (end < this.view.byteLength && this.view.getUint8(end) !== 10) end++
    const text = this.text(end - this.at)
    this.step(1)
    return text
  }

  /** Skips bytes and returns the position at which they begin. */
  step(byteCount: number): number {
    const start = this.at
    this.at += byteCount
    if (this.at > this.view.byteLength) throw damaged('The pickle in the file is broken.')
    return start
  }

  private known<T>(value: T | undefined): T {
    if (value === undefined) throw damaged('The pickle in the file is broken.')
    return value
  }
}
