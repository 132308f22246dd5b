import { readFileSync } from 'node:fs'

/**
 * Bytes that the scripts of a page hold after a garbage collection, on its main thread and in its workers: objects and
 * array buffers.
 */
export async function scriptBytes({ session }) {
  const workers = await workersOf(session)
  const own = await heapBytes((method) => session.send(method))
  const others = await Promise.all(workers.map(heapBytes))
  return others.reduce((sum, bytes) => sum + bytes, own)
}

async function heapBytes(send) {
  await send('HeapProfiler.collectGarbage')
  await send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize } = await send('Runtime.getHeapUsage')
  return usedSize + backingStorageSize
}

/** A function for each worker of the page that sends it a command without parameters. */
async function workersOf(session) {
  const ids = new Set()
  session.on('Target.attachedToTarget', ({ sessionId }) => ids.add(sessionId))
  session.on('Target.detachedFromTarget', ({ sessionId }) => ids.delete(sessionId))
  const setting = { waitForDebuggerOnStart: false, flatten: false }
  await session.send('Target.setAutoAttach', { ...setting, autoAttach: false })
  await session.send('Target.setAutoAttach', { ...setting, autoAttach: true })
  return [...ids].map((sessionId) => commandsTo(session, sessionId))
}

function commandsTo(session, sessionId) {
  let lastId = 0
  return (method) =>
    new Promise((resolve) => {
      lastId += 1
      const id = lastId
      session.on('Target.receivedMessageFromTarget', function hear(event) {
        const answer = JSON.parse(event.message)
        if (event.sessionId !== sessionId || answer.id !== id) return
        session.off('Target.receivedMessageFromTarget', hear)
        resolve(answer.result)
      })
      const message = JSON.stringify({ id, method })
      void session.send('Target.sendMessageToTarget', { sessionId, message })
    })
}

/**
 * Watches the memory of a page's process: what it allocated itself (RssAnon), which leaves out the files that it maps and
 * the buffers in which the browser hands it a file. Returns a function that ends it with the most bytes above those at
 * the beginning; undefined where the system has no /proc.
 */
export async function watchPeak({ browser, page }) {
  const pid = await processOf(browser, page)
  const before = ownBytes(pid)
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, ownBytes(pid) ?? 0)
  }, 20)
  return () => {
    clearInterval(timer)
    return before === undefined ? undefined : peak - before
  }
}

/** Id of the process that a page is in. The browser does not tell, so the page is made to grow, and then to shrink. */
async function processOf(browser, page) {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  const before = new Map(ids.map((id) => [id, ownBytes(id) ?? 0]))
  const ballast = await page.evaluateHandle('new Uint8Array(2 ** 26).fill(1)')
  const grown = ids.map((id) => ({ id, bytes: (ownBytes(id) ?? 0) - (before.get(id) ?? 0) }))
  await ballast.evaluate('(array) => array.buffer.transfer(0)')
  await ballast.dispose()
  return grown.toSorted((a, b) => b.bytes - a.bytes)[0]?.id
}

function ownBytes(pid) {
  try {
    const [, kibibytes] = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(kibibytes) * 1024
  } catch {
    return undefined
  }
}
