import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** Where a browser of the system may be, best first; most of these do not exist. Edge is a Chromium too. */
export function systemChromiumPaths(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    return macApplications.flatMap((name) => {
      const inside = `Applications/${name}.app/Contents/MacOS/${name}`
      return [join('/', inside), join(env['HOME'] ?? '/', inside)]
    })
  }
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((name) => env[name])
    return windowsPrograms.flatMap((program) =>
      roots.flatMap((root) => (root === undefined ? [] : [`${root}\\${program}`])),
    )
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Where Playwright keeps, or would keep, the Chromium of its version. */
export function playwrightChromiumPath(): string {
  return chromium.executablePath()
}
