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
  const counts = new Map<string, number>()
  for (const item of lists.flat()) counts.set(item, (counts.get(item) ?? 0) + 1)
  const nexts = lists.map(() => 0)
  const order: string[] = []
  while (order.length < itemCount) {
    const heads = lists.flatMap((list, k) => list[nexts[k] ?? 0] ?? [])
    const free = heads.find(
      (item) => heads.filter((head) => head === item).length === counts.get(item),
    )
    if (free === undefined) return undefined
    order.push(free)
    lists.forEach((list, k) => {
      if (list[nexts[k] ?? 0] === free) nexts[k] = (nexts[k] ?? 0) + 1
    })
  }
  return order
}
