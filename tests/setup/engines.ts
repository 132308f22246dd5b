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

/**
 * Vitest calls this once before the tests in several engines: finds or installs Firefox and WebKitGTK and provides where
 * they are. Returns what says, at the end of the run, which of them it did without.
 */
export function setup(project: TestProject): () => void {
  const missing = [
    ...(findFirefox() === undefined ? ['firefox-esr'] : []),
    ...(findMiniBrowser() === undefined ? ['webkit2gtk-driver', 'xvfb'] : []),
  ]
  if (missing.length > 0 && canInstallPackages('debian')) installPackages(missing)
  const firefoxPath = findFirefox() ?? ''
  const miniBrowserPath = findMiniBrowser() ?? ''
  project.provide('firefoxPath', firefoxPath)
  project.provide('miniBrowserPath', miniBrowserPath)
  return () => {
    if (firefoxPath === '') notRun('Firefox', 'firefox-esr')
    if (miniBrowserPath === '') notRun('WebKit', 'webkit2gtk-driver and xvfb')
  }
}

function notRun(engine: string, packages: string): void {
  process.stderr.write(`Not run here: tests in ${engine} (Debian’s ${packages} would be needed)\n`)
}
