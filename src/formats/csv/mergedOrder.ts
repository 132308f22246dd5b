/**
 * Returns one order of all items that agrees with the order of each list. Whole numbers are in the order of their
 * values, whatever the order of the lists. Returns undefined if lists of texts contradict each other. No list may
 * contain an item twice.
 */
export function mergedOrder(lists: readonly (readonly string[])[]): readonly string[] | undefined {
  const items = [...new Set(lists.flat())]
  return items.every((item) => /^\d+$/.test(item))
    ? items.toSorted((a, b) => Number(a) - Number(b))
    : mergedTexts(lists, items.length)
}

/**
 * Returns the merged order of texts. In each step it takes the first item that is next in every list that contains it.
 */
function mergedTexts(
  lists: readonly (readonly string[])[],
  itemCount: number,
): readonly string[] | undefined {
  // In how many lists each item still has others before it.
  const waiting = new Map<string, number>()
  for (const item of lists.flatMap((list) => list.slice(1))) {
    waiting.set(item, (waiting.get(item) ?? 0) + 1)
  }
  const nexts = lists.map(() => 0)
  const order: string[] = []
  while (order.length < itemCount) {
    const free = lists.findIndex((list, k) => {
      const head = list[nexts[k] ?? 0]
      return head !== undefined && (waiting.get(head) ?? 0) === 0
    })
    const item = lists[free]?.[nexts[free] ?? 0]
    if (item === undefined) return undefined
    order.push(item)
    lists.forEach((list, k) => {
      if (list[nexts[k] ?? 0] !== item) return
      const next = list[(nexts[k] = (nexts[k] ?? 0) + 1)]
      if (next !== undefined) waiting.set(next, (waiting.get(next) ?? 0) - 1)
    })
  }
  return order
}
