import { median, quantile } from './quantile.mjs'

/** One entry of the results: what the rounds of a page and a tensor come to. Times in ms, memory in bytes a cell. */
export function summaryOf(page, tensor, rounds) {
  const all = (key) => rounds.map((round) => round[key]).filter((value) => value !== undefined)
  const hover = all('hover').flat()
  const zoom = all('zoomGaps').flat()
  const isMoving = page.isFloor === true || all('isZooming').includes(true)
  return {
    page: page.name,
    tensor: tensor.name,
    rounds: rounds.length,
    failure: all('failure')[0],
    loadMs: median(all('loadMs')),
    parseMs: median(all('parseMs')),
    loadTaskMs: highest(all('loadTaskMs')),
    hoverMedianMs: quantile(hover, 0.5),
    hoverP95Ms: quantile(hover, 0.95),
    zoomMedianMs: isMoving ? quantile(zoom, 0.5) : undefined,
    zoomP95Ms: isMoving ? quantile(zoom, 0.95) : undefined,
    zoomTaskMs: isMoving ? highest(all('zoomTaskMs')) : undefined,
    ...memoryOf(tensor, median(all('scriptBytes')), median(all('peakBytes'))),
    needleOnScreen: all('needleOnScreen')[0],
    needleInExport: all('needleInExport')[0],
  }
}

/** Of small tensors it would say nothing: what a page needs anyway is more. */
function memoryOf({ cellCount }, scriptBytes, peakBytes) {
  if (cellCount < 1e6) return {}
  return {
    shownBytesPerCell: scriptBytes === undefined ? undefined : scriptBytes / cellCount,
    peakBytesPerCell: peakBytes === undefined ? undefined : peakBytes / cellCount,
  }
}

function highest(numbers) {
  return numbers.length === 0 ? undefined : Math.max(...numbers)
}
