// What SimLens has to keep to, each beside what was measured.

/** A line for each budget whose numbers were measured: `what`, `limit`, `value` and whether it is met. */
export function budgetsOf({ pages, summaries }) {
  const of = (page, tensor) =>
    summaries.find((summary) => summary.page === page && summary.tensor === tensor) ?? {}
  const size = pages.find(({ name }) => name === 'simlens')?.gzipBytes
  const names = [...new Set(summaries.map(({ tensor }) => tensor))]
  const budgets = [
    ...names.flatMap((name) => budgetsOfTensor(name, of('simlens', name), of('empty', name))),
    { what: 'the whole page, gzip, kB', limit: 430, value: size && size / 1000 },
  ]
  return budgets
    .filter(({ limit, value }) => Number.isFinite(limit) && Number.isFinite(value))
    .map(({ what, limit, value }) => ({ what, limit, value, isMet: value <= limit }))
}

function budgetsOfTensor(name, own, empty) {
  const ratio = own.loadMs / empty.parseMs
  const loads = {
    '12x15': { what: 'load, ms', limit: empty.loadMs + 20, value: own.loadMs },
    '12x1024': { what: 'load, ms', limit: empty.loadMs + 40, value: own.loadMs },
    '80x16384': { what: 'load, × JSON.parse', limit: 1.8, value: ratio },
    '128x131072': { what: 'load, × JSON.parse', limit: 0.9, value: ratio },
  }
  const all = [
    loads[name],
    { what: 'hover median, ms', limit: empty.hoverMedianMs + 4, value: own.hoverMedianMs },
    { what: 'hover p95, ms', limit: empty.hoverP95Ms + 4, value: own.hoverP95Ms },
    { what: 'zoom frame median, ms', limit: 20, value: own.zoomMedianMs },
    { what: 'longest task while zooming, ms', limit: 50, value: own.zoomTaskMs },
    { what: 'shown, bytes a cell', limit: 12, value: own.shownBytesPerCell },
    { what: 'while loading, bytes a cell', limit: 20, value: own.peakBytesPerCell },
  ]
  return all
    .filter((budget) => budget !== undefined)
    .map(({ what, limit, value }) => ({ what: `${name}: ${what}`, limit, value }))
}

/** A Markdown list of those budgets that are not met. */
export function budgetText(budgets) {
  if (budgets.length === 0) return 'No budget was measured.'
  const missed = budgets.filter(({ isMet }) => !isMet)
  if (missed.length === 0) return `All ${budgets.length} budgets are met.`
  const lines = missed.map(
    ({ what, limit, value }) => `- ${what}: ${value.toFixed(1)}, not ${limit.toFixed(1)}`,
  )
  return [`${missed.length} of ${budgets.length} budgets are not met:`, '', ...lines].join('\n')
}
