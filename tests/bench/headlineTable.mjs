// The few rows of the results that the project's README shows.
import { loadText, pairText, pageText, ratioText } from './resultTable.mjs'
import { sizeText } from './tensors.mjs'

const pageNames = ['simlens', 'plotly', 'h5web']
const tensorNames = new Set(['12x15', '80x16384', '128x131072'])

/** A row for each of these pages and tensors, with the columns that a reader asks for first. */
export function headlineTable({ pages, tensors, summaries }) {
  const rows = tensors
    .filter(({ name }) => tensorNames.has(name))
    .flatMap((tensor) => {
      const here = summaries.filter(({ tensor: name }) => name === tensor.name)
      const parseMs = here.find((summary) => summary.parseMs !== undefined)?.parseMs
      return pageNames.flatMap((name) => {
        const page = pages.find((each) => each.name === name)
        const summary = here.find((each) => each.page === name)
        if (page === undefined || summary === undefined) return []
        const { failure, loadMs, hoverMedianMs, hoverP95Ms, zoomMedianMs, zoomP95Ms } = summary
        const numbers =
          failure === undefined
            ? [
                loadText(loadMs),
                ratioText(loadMs, parseMs),
                pairText(hoverMedianMs, hoverP95Ms),
                pairText(zoomMedianMs, zoomP95Ms),
              ]
            : [failure.replaceAll('|', '/'), '', '', '']
        return [[sizeText(tensor), pageText(page), ...numbers]]
      })
    })
  const columns = ['tensor', 'page', 'load', '× JSON.parse', 'hover', 'zoom']
  const aligns = columns.map((_, index) => (index < 2 ? '---' : '---:'))
  return [columns, aligns, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
