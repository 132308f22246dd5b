import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SavedFile } from './saveDownload'

/** Inside node_modules, since browsers that come as a snap see neither /tmp nor hidden folders of the home. */
const parent = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '../../../node_modules/.cache/simlens-files',
)

/** Puts a file that the page saved on the disk, under its name without signs that addresses give a meaning; its path. */
export function keepFile({ name, bytes }: SavedFile): string {
  mkdirSync(parent, { recursive: true })
  const path = join(mkdtempSync(join(parent, 'x')), name.replace(/[^\w.-]+/g, ' ').trim())
  writeFileSync(path, bytes)
  return path
}
