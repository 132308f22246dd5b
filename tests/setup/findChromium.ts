import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { playwrightChromiumPath, systemChromiumPaths } from './chromiumPaths'
import { installChromium } from './installChromium'

/**
 * The path of a Chromium, Chrome or Edge that starts: the one that SIMLENS_CHROMIUM or CHROME_PATH names, one of the
 * system, the one that Playwright has, or one that is installed for the purpose. Throws, in one sentence, where none
 * can be had: the browser tests are never skipped.
 */
export function findChromium(): string {
  const named = process.env['SIMLENS_CHROMIUM'] || process.env['CHROME_PATH']
  if (named) {
    if (isWorkingBrowser(named)) return named
    throw new Error(`SIMLENS_CHROMIUM or CHROME_PATH is ${named}, which does not start.`)
  }
  const found = findInstalled()
  if (found !== undefined) return found
  const failures = installChromium()
  const installed = findInstalled()
  if (installed !== undefined) return installed
  const sentence =
    'The browser tests need Chromium or Chrome, and none was found or could be installed: ' +
    'install one, or set SIMLENS_CHROMIUM to its path.'
  throw new Error(failures.length === 0 ? sentence : `${sentence} (${failures.join('; ')})`)
}

function findInstalled(): string | undefined {
  return [...systemChromiumPaths(process.platform, process.env), playwrightChromiumPath()].find(
    isWorkingBrowser,
  )
}

/** Ubuntu's chromium-browser is a script that only says how to get the browser, so being there is not enough. */
export function isWorkingBrowser(path: string): boolean {
  if (!existsSync(path)) return false
  // On Windows `--version` opens a window instead.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0
}
