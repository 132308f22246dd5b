import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { packSample } from '../app/open/packedSample'

/** Modules whose ids end so are the packed file that is named before. */
const SUFFIX = '.json?packed'

/** Returns a Vite plugin for modules such as `samples/five-lists.json?packed`, which export the file as `packed`. */
export function packedSamples(): Plugin {
  return {
    name: 'simlens:samples',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return undefined
      const packed = packSample(await readFile(id.replace(/\?.*/, ''), 'utf8'))
      return { code: `export const packed = ${JSON.stringify(packed)}`, moduleType: 'js' }
    },
  }
}
