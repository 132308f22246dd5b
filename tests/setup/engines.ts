import type { TestProject } from 'vitest/node'
import { canInstallPackages, installPackages } from './debianPackages'
import { findFirefox, findMiniBrowser } from './enginePaths'

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty if there is no Firefox. */
    firefoxPath: string
    /** Empty if there is no WebKitGTK, or no program to drive or to show it. */
    miniBrowserPath: string
  }
}

const WEBKIT = 'webkit2gtk-driver and xvfb'

/**
 * Vitest calls this once before the tests in several engines: finds Firefox and WebKitGTK, or installs them on Debian as
 * root, and provides where they are. Returns what says at the end of the run which of them it did without.
 */
export function setup(project: TestProject): () => void {
  const missing = [
    ...(findFirefox() === undefined ? ['firefox-esr'] : []),
    ...(findMiniBrowser() === undefined ? ['webkit2gtk-driver', 'xvfb'] : []),
  ]
  const isInstallable = missing.length > 0 && canInstallPackages('debian')
  const failure = isInstallable ? installPackages(missing) : undefined
  const firefoxPath = findFirefox() ?? ''
  const miniBrowserPath = findMiniBrowser() ?? ''
  project.provide('firefoxPath', firefoxPath)
  project.provide('miniBrowserPath', miniBrowserPath)
  const reason = failure === undefined ? '' : ` (${failure})`
  return () => {
    if (firefoxPath === '') say(`Firefox. They need Firefox 128 or later${reason}.`)
    if (miniBrowserPath === '') {
      say(
        `WebKit. They need WebKitWebDriver, MiniBrowser and Xvfb, which Debian has in ${WEBKIT}${reason}.`,
      )
    }
  }
}

function say(engine: string): void {
  process.stderr.write(`Not run here: the tests in ${engine}\n`)
}
