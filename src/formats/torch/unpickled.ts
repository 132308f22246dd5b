import { unreadable } from '../arrays/unreadable'
import { PickleMachine } from './PickleMachine'
import { isPickleNode, pickleNode, type PickleValue } from './PickleNode'

type Operation = (machine: PickleMachine) => void

/**
 * The operations that torch.save and pickle write in protocols 2 to 5, by their bytes
 * (https://github.com/python/cpython/blob/main/Lib/pickletools.py). No other is known, and none does more than put
 * values together.
 */
const operations: Readonly<Record<string, Operation>> = {
  // PROTO, FRAME
  '\x80': (m) => m.step(1),
  '\x95': (m) => m.step(8),
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
  // BINUNICODE, SHORT_BINUNICODE, BINUNICODE8, BINSTRING, SHORT_BINSTRING, BINBYTES, SHORT_BINBYTES, BINBYTES8
  X: text(4),
  '\x8c': text(1),
  '\x8d': text(8),
  T: text(4),
  U: text(1),
  B: text(4),
  C: text(1),
  '\x8e': text(8),
  // EMPTY_LIST, EMPTY_SET, EMPTY_DICT, EMPTY_TUPLE
  ']': (m) => m.push(pickleNode('list')),
  '\x8f': (m) => m.push(pickleNode('list')),
  '}': (m) => m.push(pickleNode('dict')),
  ')': (m) => m.push(pickleNode('tuple')),
  // MARK, POP, POP_MARK, DUP
  '(': (m) => m.mark(),
  '0': (m) => m.pop(),
  '1': (m) => m.popMark(),
  '2': (m) => m.push(m.top()),
  // TUPLE, TUPLE1, TUPLE2, TUPLE3
  t: (m) => m.push(pickleNode('tuple', m.popMark())),
  '\x85': tuple(1),
  '\x86': tuple(2),
  '\x87': tuple(3),
  // APPEND, APPENDS, ADDITEMS, SETITEM, SETITEMS, BUILD
  a: (m) => append(m, [m.pop()]),
  e: (m) => append(m, m.popMark()),
  '\x90': (m) => append(m, m.popMark()),
  s: (m) => set(m, [m.pop(), m.pop()].toReversed()),
  u: (m) => set(m, m.popMark()),
  b: (m) => set(m, ['', m.pop()]),
  // GLOBAL, STACK_GLOBAL
  c: (m) => m.push(pickleNode('global', [], `${m.line()}.${m.line()}`)),
  '\x93': (m) => {
    const path = [m.pop(), m.pop()].toReversed()
    m.push(pickleNode('global', [], path.filter((part) => typeof part === 'string').join('.')))
  },
  // REDUCE, NEWOBJ, BINPERSID
  R: call,
  '\x81': call,
  Q: (m) => m.push(pickleNode('persistent', itemsOf(m.pop()))),
  // BINPUT, LONG_BINPUT, MEMOIZE, BINGET, LONG_BINGET
  q: (m) => m.keep(m.count(1)),
  r: (m) => m.keep(m.count(4)),
  '\x94': (m) => m.keep(m.memo.size),
  h: (m) => m.recall(m.count(1)),
  j: (m) => m.recall(m.count(4)),
}

function text(size: number): Operation {
  return (m) => m.push(m.text(m.count(size)))
}

function tuple(count: number): Operation {
  return (m) => {
    m.push(pickleNode('tuple', Array.from({ length: count }, () => m.pop()).toReversed()))
  }
}

function call(m: PickleMachine): void {
  const items = itemsOf(m.pop())
  const callee = m.pop()
  m.push(pickleNode('call', items, isPickleNode(callee) ? callee.name : ''))
}

function append(m: PickleMachine, items: readonly PickleValue[]): void {
  const list = itemsOf(m.top())
  for (const item of items) list.push(item)
}

function set(m: PickleMachine, pairs: readonly PickleValue[]): void {
  const target = m.top()
  if (!isPickleNode(target)) return
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    target.entries.push([pairs[i] ?? null, pairs[i + 1] ?? null])
  }
}

function itemsOf(value: PickleValue): PickleValue[] {
  return isPickleNode(value) ? value.items : []
}

/** What a pickle describes; it is read, never run. Throws `TensorError` (shape, unsupported). */
export function unpickled(bytes: Uint8Array): PickleValue {
  const machine = new PickleMachine(bytes)
  for (;;) {
    const code = String.fromCharCode(machine.count(1))
    if (code === '.') return machine.pop()
    const operation = Object.hasOwn(operations, code) ? operations[code] : undefined
    if (operation === undefined) {
      throw unreadable(
        'The file holds Python objects that are not read here.',
        'Save tensors only: torch.save({"similarities": tensor, "tokens": list}, path).',
      )
    }
    operation(machine)
  }
}
