import { withDeadline } from './deadline'

/** A session of a WebDriver, as in https://www.w3.org/TR/webdriver2/. */
export interface WebDriver {
  /** Sends a command of the session, its path without the session; returns the `value` of the answer. */
  readonly send: <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>
  readonly end: () => Promise<void>
}

/** Starts a session with the driver at an address. */
export async function startSession(address: string, capabilities: object): Promise<WebDriver> {
  const { sessionId } = await command<{ sessionId: string }>(`${address}/session`, 'POST', {
    capabilities: { alwaysMatch: capabilities },
  })
  const session = `${address}/session/${sessionId}`
  return {
    send: (method, path, body) => command(`${session}/${path}`, method, body),
    end: async () => {
      await command(session, 'DELETE')
    },
  }
}

/** Returns whether the driver at an address takes sessions. */
export async function isReady(address: string): Promise<boolean> {
  try {
    const { ready } = await command<{ ready: boolean }>(`${address}/status`, 'GET')
    return ready
  } catch {
    return false
  }
}

interface Failure {
  readonly error: string
  readonly message: string
}

async function command<T>(url: string, method: string, body: object = {}): Promise<T> {
  const text = await withDeadline(`${method} ${url}`, ask(url, method, body))
  const { value }: { value: T } = JSON.parse(text)
  return value
}

async function ask(url: string, method: string, body: object): Promise<string> {
  const response = await fetch(url, {
    method,
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (response.ok) return text
  const { value }: { value: Failure } = JSON.parse(text)
  throw new Error(`${method} ${url}: ${value.error}: ${value.message}`)
}
