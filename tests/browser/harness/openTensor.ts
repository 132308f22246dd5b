import type { Page } from 'playwright-core'

/** A file that exists in the test only. */
export interface VirtualFile {
  readonly name: string
  readonly text: string | Uint8Array
}

/** Gives files (paths, or texts with a name) to the page's own file input, as choosing them in its dialog does. */
export async function openTensor(
  page: Page,
  ...files: readonly (string | VirtualFile)[]
): Promise<void> {
  const input = page.getByLabel('Open tensor', { exact: true })
  const isPaths = files.every((file) => typeof file === 'string')
  await input.setInputFiles(isPaths ? [...files] : files.map(payload))
}

function payload(file: string | VirtualFile): { name: string; mimeType: string; buffer: Buffer } {
  if (typeof file === 'string') throw new Error('give paths or virtual files, not both')
  return { name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) }
}
