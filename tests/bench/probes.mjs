// Runs in every page before its own scripts: `benchProbes` there says when things happened, in milliseconds. The driver
// wraps it into a function, so nothing else here is global.

const taskTimes = []
const paints = []
const moves = []
let gap

globalThis.benchProbes = {
  /** Settles with the times of a figure that this page painted, counted from 0. */
  painted: (index) => entry(paints, index),
  /** How many moves of the pointer have reached the page. */
  moveCount: () => moves.length,
  /** Settles with the time from a move, counted from 0, to the second frame after it. */
  moveTime: (index) => entry(moves, index),
  /** Begins to watch for the next wheel event. */
  watchGap: (ms) => {
    gap = new Promise((resolve) => {
      watchFrames(ms, resolve)
    })
  },
  /** Settles with the longest time between two frames in the watched `ms` after it. */
  longestGap: () => gap,
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
}).observe({ type: 'mark' })

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) taskTimes.push(duration)
}).observe({ type: 'longtask', buffered: true })

addEventListener(
  'pointermove',
  ({ timeStamp }) => {
    moves.push(
      new Promise((resolve) => {
        const look = () => resolve(performance.now() - timeStamp)
        requestAnimationFrame(() => requestAnimationFrame(look))
      }),
    )
  },
  { capture: true, passive: true },
)

/** Waits for a list to have an entry, and returns it. */
async function entry(list, index) {
  if (index < list.length) return list[index]
  await new Promise((resolve) => {
    setTimeout(resolve, 10)
  })
  return entry(list, index)
}

/** Of the last mark of that name. */
function timeOf(mark) {
  return performance.getEntriesByName(mark).at(-1)?.startTime
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
