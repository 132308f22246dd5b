import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { SavedFile } from '../../browser/harness/saveDownload'

/** Endings of the names that browsers give to what is not complete yet. */
const UNFINISHED = /\.(?:part|wkdownload)$/

/** Does what starts a download into a folder, waits for the file, takes it from there and returns it. */
export async function downloadTo(folder: string, start: () => Promise<void>): Promise<SavedFile> {
  const before = new Set(namesIn(folder))
  await start()
  let size = -1
  let name = ''
  await expect
    .poll(() => {
      const added = namesIn(folder).filter((found) => !before.has(found))
      name = added.find((found) => !UNFINISHED.test(found)) ?? ''
      if (name === '' || added.some((found) => UNFINISHED.test(found))) return false
      const lastSize = size
      size = statSync(join(folder, name)).size
      return size > 0 && size === lastSize
    })
    .toBe(true)
  const path = join(folder, name)
  const bytes = readFileSync(path)
  rmSync(path)
  return { name, bytes }
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
