import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { canInstallPackages, installPackages } from './debianPackages'
import { runProgram } from './runProgram'

/**
 * Gets a browser: on Debian as root the package `chromium`, elsewhere Playwright's own. Returns one clause for each way
 * that failed; whether there is a browser now is for the caller to look up.
 */
export function installChromium(): string[] {
  const failures: string[] = []
  if (canInstallPackages('debian')) {
    const failure = installPackages(['chromium'])
    if (failure === undefined) return []
    failures.push(failure)
  }
  const failure = installFromPlaywright()
  return failure === undefined ? failures : [...failures, failure]
}

function installFromPlaywright(): string | undefined {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json')
  const cli = join(dirname(manifest), 'cli.js')
  // Playwright's browser needs libraries of the system, which only root can add.
  const withLibraries = canInstallPackages('debian', 'ubuntu') ? ['--with-deps'] : []
  return runProgram(process.execPath, [cli, 'install', '--no-shell', ...withLibraries, 'chromium'])
}
