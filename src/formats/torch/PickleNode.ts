/** A value that a pickle describes. */
export type PickleValue = null | boolean | number | string | PickleNode

/**
 * An object that a pickle describes: a list, a dict, a name, or a call, which is kept as what it says. Nothing is ever
 * called, and a name stands for nothing but itself.
 */
export interface PickleNode {
  /** The path of a name, or of what is called: `torch.FloatStorage`; otherwise empty. */
  readonly name: string
  /** What a list or tuple holds. */
  readonly items: PickleValue[]
  /** What a call is given. */
  readonly args: readonly PickleValue[]
  /** What was set by key; the state of an object by the empty key. */
  readonly entries: [key: PickleValue, value: PickleValue][]
}

export function pickleNode(
  items: PickleValue[],
  name = '',
  args: readonly PickleValue[] = [],
): PickleNode {
  return { name, items, args, entries: [] }
}

export function isPickleNode(value: PickleValue | undefined): value is PickleNode {
  return typeof value === 'object' && value !== null
}

/** The items of a list or tuple; of anything else none, in a list of their own. */
export function pickleItems(value: PickleValue | undefined): PickleValue[] {
  return isPickleNode(value) ? value.items : []
}
