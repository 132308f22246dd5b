// Runs in every page before its own scripts: `benchProbes` there says when things happened, in milliseconds. The driver
// wraps it into a function, so nothing else here is global.

const taskTimes = []
const paints = []
const paintsAwaited = []
const movesAwaited = []
let moveCount = 0

globalThis.benchProbes = {
  /** Settles with the times of the nth figure that this page painted, counted from 1. */
  painted: (count) =>
    new Promise((resolve) => {
      paintsAwaited.push({ count, resolve })
      tellPaints()
    }),
  /** Settles with the time from the next pointer move to the second frame after it. */
  nextMove: () =>
    new Promise((resolve) => {
      movesAwaited.push(resolve)
    }),
  /** How many moves of the pointer have reached the page. */
  moveCount: () => moveCount,
  /** Settles with the longest time between two frames in the `ms` after the next wheel event. */
  longestGap: (ms) =>
    new Promise((resolve) => {
      watchFrames(ms, resolve)
    }),
  /** Forgets the main thread's tasks of over 50 ms so far, and returns the longest of them; 0 for none. */
  longestTask: () => Math.max(0, ...taskTimes.splice(0)),
}

new PerformanceObserver((list) => {
  if (list.getEntriesByName('figure:painted').length === 0) return
  paints.push({
    received: timeOf('tensor:received'),
    parsed: timeOf('tensor:parsed'),
    painted: timeOf('figure:painted'),
  })
  tellPaints()
}).observe({ type: 'mark' })

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) taskTimes.push(duration)
}).observe({ type: 'longtask', buffered: true })

addEventListener(
  'pointermove',
  ({ timeStamp }) => {
    moveCount += 1
    const resolve = movesAwaited.shift()
    if (resolve === undefined) return
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - timeStamp)))
  },
  { capture: true, passive: true },
)

/** Of the last mark of that name. */
function timeOf(mark) {
  return performance.getEntriesByName(mark).at(-1)?.startTime
}

function tellPaints() {
  for (const { count, resolve } of paintsAwaited) {
    if (paints.length >= count) resolve(paints[count - 1])
  }
}

function watchFrames(ms, resolve) {
  let wheeledAt = Infinity
  let longest = 0
  let last = performance.now()
  const options = { capture: true, passive: true, once: true }
  addEventListener('wheel', ({ timeStamp }) => (wheeledAt = timeStamp), options)
  requestAnimationFrame(function look() {
    const now = performance.now()
    if (now > wheeledAt) longest = Math.max(longest, now - last)
    last = now
    if (now > wheeledAt + ms) resolve(longest)
    else requestAnimationFrame(look)
  })
}
