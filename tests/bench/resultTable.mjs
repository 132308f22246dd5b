// The results as one Markdown table.
import { sizeText } from './tensors.mjs'

const columns = [
  'tensor',
  'page',
  'load',
  '× JSON.parse',
  'longest task, loading',
  'hover',
  'zoom',
  'longest task, zooming',
  'shown',
  'loading',
  'hot cell',
]

/**
 * A row for each page and tensor; what failed says so in the place of its numbers. All loads of a tensor are divided by
 * the same time, that in which the empty page, which is the first one, parsed it.
 */
export function resultTable({ pages, tensors, summaries }) {
  const rows = tensors.flatMap((tensor) => {
    const here = summaries.filter(({ tensor: name }) => name === tensor.name)
    const parseMs = here.find((summary) => summary.parseMs !== undefined)?.parseMs
    return here.map((summary) => {
      const page = pages.find(({ name }) => name === summary.page)
      return [tensorText(tensor), pageText(page)].concat(cellsOf(summary, parseMs))
    })
  })
  const aligns = columns.map((_, index) => (index < 2 || index === 10 ? '---' : '---:'))
  return [columns, aligns, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function tensorText(tensor) {
  return tensor.isNeedle === true ? `${sizeText(tensor)}, one hot cell` : sizeText(tensor)
}

/** With the size of its first load. */
export function pageText({ label, version, gzipBytes }) {
  const name = version === undefined ? label : `${label} ${version}`
  return `${name} (${(gzipBytes / 1000).toFixed(gzipBytes < 10_000 ? 1 : 0)} kB)`
}

function cellsOf(summary, parseMs) {
  const { failure, loadMs } = summary
  if (failure !== undefined)
    return [failure.replaceAll('|', '/'), ...Array.from({ length: 8 }, () => '')]
  return [
    loadText(loadMs),
    ratioText(loadMs, parseMs),
    task(summary.loadTaskMs),
    pairText(summary.hoverMedianMs, summary.hoverP95Ms),
    pairText(summary.zoomMedianMs, summary.zoomP95Ms),
    task(summary.zoomTaskMs),
    bytes(summary.shownBytesPerCell),
    bytes(summary.peakBytesPerCell),
    needleText(summary),
  ]
}

/** The load as a multiple of the time in which the file was parsed; a dash where one is unknown. */
export function ratioText(loadMs, parseMs) {
  if (loadMs === undefined || parseMs === undefined) return '–'
  const times = loadMs / parseMs
  return times < 100 ? times.toFixed(times < 10 ? 2 : 0) : Math.round(times).toLocaleString('en')
}

/** "1,234 ms"; a dash for undefined. */
export function loadText(value) {
  return value === undefined ? '–' : `${Math.round(value).toLocaleString('en')} ms`
}

/** "22 / 31 ms": median and 95th percentile; a dash for undefined. */
export function pairText(middle, high) {
  return middle === undefined ? '–' : `${Math.round(middle)} / ${Math.round(high)} ms`
}

/** The browser reports tasks from 50 ms only. */
function task(value) {
  return value === 0 ? '< 50 ms' : loadText(value)
}

function bytes(value) {
  return value === undefined ? '–' : `${value.toFixed(1)} B`
}

function needleText({ needleOnScreen, needleInExport }) {
  if (needleOnScreen === undefined) return ''
  const words = { full: 'full strength', faint: 'faint', lost: 'lost' }
  const screen = words[needleOnScreen]
  return needleInExport === undefined ? screen : `${screen}; PNG: ${words[needleInExport]}`
}
