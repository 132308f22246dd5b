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

/** Returns the items of a list or tuple. For any other value, returns a new empty list. */
export function pickleItems(value: PickleValue | undefined): PickleValue[] {
  return isPickleNode(value) ? value.items : []
}
