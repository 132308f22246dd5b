// The few rows of the results that the project's README shows.
import { loadText, pageText } from './resultTable.mjs'
import { sizeText } from './tensors.mjs'

const pageNames = ['simlens', 'plotly', 'h5web']
const tensorNames = new Set(['12x15', '80x16384', '128x131072'])

/** A row for each of these tensors, with how long each of these pages takes to show it. */
export function headlineTable({ pages, tensors, summaries }) {
  const shown = pageNames.flatMap((name) => pages.find((page) => page.name === name) ?? [])
  const rows = tensors
    .filter(({ name }) => tensorNames.has(name))
    .map((tensor) => {
      const here = summaries.filter((summary) => summary.tensor === tensor.name)
      return [sizeText(tensor)].concat(
        shown.map(({ name }) => cellText(here.find(({ page }) => page === name))),
      )
    })
  const columns = ['from file to figure', ...shown.map(pageText)]
  const aligns = columns.map((_, index) => (index === 0 ? '---' : '---:'))
  return [columns, aligns, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function cellText(summary) {
  if (summary === undefined) return ''
  return summary.failure?.replaceAll('|', '/') ?? loadText(summary.loadMs)
}
