import { damaged } from '../source/unreadable'

/** A value in a pickle: a plain value, or an object kept as data. */
export type PickleValue = null | boolean | number | string | PickleNode

/**
 * An object in a pickle: a list, a dict, a name, or a call. A call is kept as data and never made, and a name is only
 * text.
 */
export interface PickleNode {
  /** Path of the name, or of the called function: `torch.FloatStorage`; otherwise empty. */
  readonly name: string
  /** Items of a list or tuple. */
  readonly items: PickleValue[]
  /** Arguments of a call. */
  readonly args: readonly PickleValue[]
  /** Entries that were set by key. The state of an object has the empty key. */
  readonly entries: [key: PickleValue, value: PickleValue][]
}

/** Returns an object without entries. */
export function pickleNode(
  items: PickleValue[],
  name = '',
  args: readonly PickleValue[] = [],
): PickleNode {
  return { name, items, args, entries: [] }
}

/** Whether a value is an object, not a plain value. */
export function isPickleNode(value: PickleValue | undefined): value is PickleNode {
  return typeof value === 'object' && value !== null
}

/** Returns the items of a list or tuple. For any other value, returns a new empty list. */
export function pickleItems(value: PickleValue | undefined): PickleValue[] {
  return isPickleNode(value) ? value.items : []
}

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
