/**
 * Returns one order of all items that agrees with the order of each list. Whole numbers are sorted by value; other
 * items keep the order of the lists. Returns undefined if the lists contradict each other. No list may contain an item
 * twice.
 */
export function mergedOrder(lists: readonly (readonly string[])[]): readonly string[] | undefined {
  const items = [...new Set(lists.flat())]
  if (!items.every((item) => /^\d+$/.test(item))) return mergedTexts(lists, items.length)
  const isRising = lists.every((list) =>
    list.every((item, i) => i === 0 || Number(list[i - 1]) < Number(item)),
  )
  return isRising ? items.toSorted((a, b) => Number(a) - Number(b)) : undefined
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
