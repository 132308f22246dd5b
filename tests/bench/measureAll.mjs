import { inTurn } from './inTurn.mjs'
import { measureCase } from './measureCase.mjs'
import { summaryOf } from './summary.mjs'

/** Above this, one round has to do. */
const LONG_CASE_MS = 60_000

/**
 * Measures every page with every tensor, in rounds, so that whatever else the machine does meets all pages alike. A page
 * that failed is not tried with larger tensors, but for the needle.
 */
export async function measureAll(run, { pages, tensors, rounds }) {
  const failedAt = new Map()
  const summaries = await inTurn(tensors, async (tensor) => {
    const active = pages.filter(({ name }) => tensor.isNeedle === true || !failedAt.has(name))
    const measured = await measureRounds(run, { active, tensor, rounds })
    return pages.map((page) => {
      const results = measured.get(page.name)
      if (results === undefined) return skipped(page, tensor, failedAt.get(page.name))
      const summary = summaryOf(page, tensor, results)
      if (summary.failure !== undefined) failedAt.set(page.name, tensor)
      return summary
    })
  })
  return summaries.flat()
}

async function measureRounds(run, { active, tensor, rounds }) {
  const measured = new Map(active.map(({ name }) => [name, []]))
  const done = new Set()
  const turns = Array.from({ length: rounds }, () => active).flat()
  await inTurn(turns, async (page) => {
    if (done.has(page.name)) return
    const start = performance.now()
    const result = await measureCase(run, page, tensor)
    const elapsedMs = performance.now() - start
    run.report(page, tensor, result)
    measured.get(page.name).push(result)
    if (result.failure !== undefined || elapsedMs > LONG_CASE_MS) done.add(page.name)
  })
  return measured
}

function skipped(page, tensor, failedAt) {
  return {
    page: page.name,
    tensor: tensor.name,
    rounds: 0,
    failure: `not tried after ${failedAt.name}`,
  }
}
