import { type Budget } from '../source/Budget'
import { unreadable } from '../source/unreadable'
import {
  isPickleNode,
  pickleItems,
  PickleMachine,
  pickleNode,
  type PickleValue,
} from './PickleMachine'

type Operation = (machine: PickleMachine) => void

/**
 * The operations of pickle's protocol 2, which torch.save writes, by their bytes
 * (https://github.com/python/cpython/blob/main/Lib/pickletools.py). No other operation is supported, and these only put
 * values together.
 */
const operations: Readonly<Record<string, Operation>> = {
  // PROTO
  '\x80': (m) => m.step(1),
  // NONE, NEWTRUE, NEWFALSE
  N: (m) => m.push(null),
  '\x88': (m) => m.push(true),
  '\x89': (m) => m.push(false),
  // BININT, BININT1, BININT2, LONG1, BINFLOAT
  J: (m) => m.push(m.integer(4)),
  K: (m) => m.push(m.count(1)),
  M: (m) => m.push(m.count(2)),
  '\x8a': (m) => m.push(m.integer(m.count(1))),
  G: (m) => m.push(m.float()),
  // BINUNICODE
  X: (m) => m.push(m.text(m.count(4))),
  // EMPTY_LIST, EMPTY_DICT, EMPTY_TUPLE
  ']': newNode,
  '}': newNode,
  ')': newNode,
  // MARK
  '(': (m) => m.mark(),
  // TUPLE, TUPLE1, TUPLE2, TUPLE3
  t: (m) => m.push(pickleNode(m.popMark())),
  '\x85': tuple(1),
  '\x86': tuple(2),
  '\x87': tuple(3),
  // APPEND, APPENDS, SETITEM, SETITEMS, BUILD
  a: (m) => append(m, [m.pop()]),
  e: (m) => append(m, m.popMark()),
  s: (m) => set(m, [m.pop(), m.pop()].toReversed()),
  u: (m) => set(m, m.popMark()),
  b: (m) => set(m, ['', m.pop()]),
  // GLOBAL
  c: (m) => m.push(pickleNode([], `${m.line()}.${m.line()}`)),
  // REDUCE, NEWOBJ, BINPERSID
  R: call,
  '\x81': call,
  Q: (m) => m.push(pickleNode(pickleItems(m.pop()))),
  // BINPUT, LONG_BINPUT, BINGET, LONG_BINGET
  q: (m) => m.keep(m.count(1)),
  r: (m) => m.keep(m.count(4)),
  h: (m) => m.recall(m.count(1)),
  j: (m) => m.recall(m.count(4)),
}

function newNode(m: PickleMachine): void {
  m.push(pickleNode([]))
}

function tuple(count: number): Operation {
  return (m) => {
    m.push(pickleNode(Array.from({ length: count }, () => m.pop()).toReversed()))
  }
}

function call(m: PickleMachine): void {
  const args = pickleItems(m.pop())
  const callee = m.pop()
  m.push(pickleNode([], isPickleNode(callee) ? callee.name : '', args))
}

function append(m: PickleMachine, items: readonly PickleValue[]): void {
  const list = pickleItems(m.top())
  for (const item of items) list.push(item)
}

function set(m: PickleMachine, pairs: readonly PickleValue[]): void {
  const target = m.top()
  if (!isPickleNode(target)) return
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    target.entries.push([pairs[i] ?? null, pairs[i + 1] ?? null])
  }
}

/** The operations that make an object. */
const MAKING = new Set('])}t\x85\x86\x87cR\x81Q')

/** Bytes in memory of an object without content, and of any other value. */
const OBJECT_BYTES = 160
const VALUE_BYTES = 16

/**
 * Returns the value in a pickle, which is read as data and never run. Its objects are added to the budget. Throws
 * TensorError (shape, unsupported, too-large).
 */
export function unpickled(bytes: Uint8Array, budget: Budget): PickleValue {
  const machine = new PickleMachine(bytes)
  for (;;) {
    const code = String.fromCharCode(machine.count(1))
    if (code === '.') return machine.pop()
    const operation = Object.hasOwn(operations, code) ? operations[code] : undefined
    if (operation === undefined) {
      throw unreadable(
        'The file holds Python objects that are not read here.',
        'Save tensors alone: torch.save({"cos": tensor, "tokens": list}, path).',
      )
    }
    budget.keep(MAKING.has(code) ? OBJECT_BYTES : VALUE_BYTES)
    operation(machine)
  }
}
