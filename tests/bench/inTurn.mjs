/** Does asynchronous work on items one after the other, and returns the results in their order. */
export async function inTurn(items, work) {
  const results = []
  for await (const result of turns(items, work)) results.push(result)
  return results
}

async function* turns(items, work) {
  for (const item of items) yield work(item)
}
