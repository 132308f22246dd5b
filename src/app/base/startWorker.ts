let address: string | undefined

/**
 * Returns a new worker that answers `worker/` requests. In the built page it runs the page's own script, which acts as
 * the worker if there is no document, so that no code is included twice. It is started as a classic script, since a
 * module from a blob does not start on file://.
 */
export function startWorker(): Worker {
  if (import.meta.env.DEV) return new Worker('/src/worker/jobs.worker.ts', { type: 'module' })
  address ??= URL.createObjectURL(new Blob(['"use strict";', scriptText()]))
  return new Worker(address)
}

function scriptText(): string {
  const text = document.querySelector('script[type=module]')?.textContent
  if (text === undefined || text === '') throw new Error('the page has lost its script')
  return text
}
