import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { packRamp } from '../color/packedRamp'

const UNPACKER = fileURLToPath(new URL('../color/packedRamp.ts', import.meta.url))

/** 256 colors in a text of their own. */
const RAMP = /"((?:[0-9a-f]{6}){256})"/g

/** Returns a Vite plugin that packs the ramps of d3-scale-chromatic which list 256 colors. It runs in builds only. */
export function packedRamps(): Plugin {
  return {
    name: 'simlens:ramps',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      return id.endsWith('/d3-scale-chromatic.mjs') ? packRamps(code) : undefined
    },
  }
}

/** Returns the code of a module with its ramps packed. Throws if it has none, since then the page would grow unseen. */
export function packRamps(code: string): string {
  const packed = code.replaceAll(RAMP, (_, colors: string) => `unpackRamp("${packRamp(colors)}")`)
  if (packed === code) throw new Error('d3-scale-chromatic has no ramps to pack')
  return `import { unpackRamp } from ${JSON.stringify(UNPACKER)}\n${packed}`
}
