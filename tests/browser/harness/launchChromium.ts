import { chromium, type Browser } from 'playwright-core'
import { inject } from 'vitest'

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless browser that asks nothing of the network by itself. */
export function launchChromium(): Promise<Browser> {
  // Chromium's sandbox refuses to run as root, which containers usually are.
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: inject('chromiumPath'),
    args: isRoot ? [...flags, '--no-sandbox'] : flags,
    chromiumSandbox: !isRoot,
  })
}
