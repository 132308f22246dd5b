import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect } from 'vitest'
import { isReady } from './WebDriver'

export interface WebKitProcesses {
  /** The address of the driver. */
  readonly address: string
  /** Ends the driver, the browser that it started, and their screen. */
  readonly end: () => Promise<void>
}

/** Starts a screen in memory and a driver on it, with a home folder of their own. */
export async function startWebKitProcesses(
  home: string,
  env: NodeJS.ProcessEnv,
): Promise<WebKitProcesses> {
  const screen = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x2400x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const display = await firstLine(screen)
  const port = await freePort()
  // Its own process group, which the browser is in too.
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      ...env,
      HOME: home,
      DISPLAY: `:${display}`,
      NO_AT_BRIDGE: '1',
      // Without a graphics card, layers take twice as long as painting.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  })
  const stop = (): void => {
    endGroup(driver)
    screen.kill()
  }
  process.once('exit', stop)
  const address = `http://127.0.0.1:${port}`
  await expect.poll(() => isReady(address)).toBe(true)
  return {
    address,
    end: async () => {
      process.off('exit', stop)
      const ended = [once(driver, 'exit'), once(screen, 'exit')]
      stop()
      await Promise.all(ended)
    },
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

async function firstLine(program: ChildProcess): Promise<string> {
  const stream = program.stdio[3]
  if (!stream) throw new Error('the screen has no channel to name itself on')
  const failed = once(program, 'error').then(([error]) => Promise.reject(error))
  const [data] = await Promise.race([once(stream, 'data'), failed])
  return String(data).trim()
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
