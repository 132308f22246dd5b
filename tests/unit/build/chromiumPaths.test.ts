import { delimiter } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemChromiumPaths } from '../../setup/chromiumPaths'

describe('systemChromiumPaths', () => {
  it('is empty on a Linux without a PATH', () => {
    expect(systemChromiumPaths('linux', {})).toEqual([])
  })

  it('prefers Chromium to Chrome to Edge, wherever on the PATH they are', () => {
    const paths = systemChromiumPaths('linux', { PATH: `/a${delimiter}/b` })
    expect(paths.slice(0, 2)).toEqual(['/a/chromium', '/b/chromium'])
    expect(paths.indexOf('/b/google-chrome')).toBeLessThan(paths.indexOf('/a/microsoft-edge'))
  })

  it('looks for applications on a Mac, for everyone and for the user', () => {
    const paths = systemChromiumPaths('darwin', { HOME: '/Users/a' })
    const chrome = 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(paths.slice(0, 2)).toEqual([`/${chrome}`, `/Users/a/${chrome}`])
  })

  it('looks in the program folders that Windows names', () => {
    expect(systemChromiumPaths('win32', { ProgramFiles: 'C:\\P' })).toEqual([
      'C:\\P\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\P\\Chromium\\Application\\chrome.exe',
      'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
    ])
  })
})
