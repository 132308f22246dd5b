import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { isWorkingBrowser } from './findChromium'

/** Returns the path of a Firefox that starts: the one that SIMLENS_FIREFOX names, or one of the system. */
export function findFirefox(): string | undefined {
  const named = process.env['SIMLENS_FIREFOX']
  if (named) return isWorkingBrowser(named) ? named : undefined
  const paths = [
    ...onPath('firefox-esr'),
    ...onPath('firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ]
  return paths.find(isWorkingBrowser)
}

/** Returns the path of WebKitGTK's MiniBrowser if there is one and what drives and shows it. */
export function findMiniBrowser(): string | undefined {
  if (!hasProgram('WebKitWebDriver') || !hasProgram('Xvfb')) return undefined
  // Debian's libraries are in a folder for each kind of processor.
  const folders = [...foldersIn('/usr/lib'), '/usr/lib', '/usr/libexec']
  return ['webkit2gtk-4.1', 'webkit2gtk-4.0']
    .flatMap((name) => folders.map((folder) => join(folder, name, 'MiniBrowser')))
    .find((path) => existsSync(path))
}

function hasProgram(name: string): boolean {
  return onPath(name).some((path) => existsSync(path))
}

function onPath(name: string): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.filter((folder) => folder !== '').map((folder) => join(folder, name))
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
}
