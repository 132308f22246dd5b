/** A value that a pickle describes. */
export type PickleValue = null | boolean | number | string | PickleNode

/**
 * An object that a pickle describes. A call is kept as what it says: nothing is ever called, and a name stands for
 * nothing but itself.
 */
export interface PickleNode {
  readonly kind: 'list' | 'tuple' | 'dict' | 'global' | 'call' | 'persistent'
  /** Of a global its path, `torch.FloatStorage`; of a call the path of what is called; otherwise empty. */
  readonly name: string
  /** Of a list or tuple its items, of a call its arguments, of a persistent id what it is made of. */
  readonly items: PickleValue[]
  /** What was set by key; the state of an object by the empty key. */
  readonly entries: [key: PickleValue, value: PickleValue][]
}

export function pickleNode(
  kind: PickleNode['kind'],
  items: PickleValue[] = [],
  name = '',
): PickleNode {
  return { kind, name, items, entries: [] }
}

export function isPickleNode(value: PickleValue | undefined): value is PickleNode {
  return typeof value === 'object' && value !== null
}
