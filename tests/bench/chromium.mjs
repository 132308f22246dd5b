import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { runnerImport } from 'vite'
import { withLimit } from './withLimit.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

const flags = [
  '--disable-gpu',
  // WebGL, which h5web draws with, is then done by the processor.
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The one browser of a run. `current` launches it, and launches another only where the last page took it down; `restart`
 * ends a browser that no longer answers.
 */
export async function browserOfRun() {
  const path = await chromiumPath()
  let browser
  let launchCount = 0
  async function end() {
    await withLimit(10_000, 'closing the browser', browser?.close()).catch(() => undefined)
    browser = undefined
  }
  return {
    async current() {
      if (browser?.isConnected() === true) return browser
      browser = await launch(path)
      launchCount += 1
      return browser
    },
    restart: end,
    close: end,
    launchCount: () => launchCount,
  }
}

/** Found as the browser tests find it. Their module is TypeScript, which Node 20 does not read, but Vite does. */
async function chromiumPath() {
  const options = { root, configFile: false, logLevel: 'error' }
  const { module } = await runnerImport('/tests/setup/findChromium.ts', options)
  return module.findChromium()
}

function launch(executablePath) {
  // Chromium's sandbox refuses to run as root, which containers usually are.
  const isRoot = process.getuid?.() === 0
  const args = isRoot ? [...flags, '--no-sandbox'] : flags
  return chromium.launch({ executablePath, args, chromiumSandbox: !isRoot })
}
