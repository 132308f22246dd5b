// The tensors that are measured. `values` are generated, so that nobody has to keep 150 MB of them.
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gaussian, seeded } from './random.mjs'

/** Where the needle file has its only large value. */
export const needle = { layerIndex: 7, tokenIndex: 77_777, value: 0.04 }

export const tensors = [
  sized(12, 15),
  sized(12, 1_024),
  sized(32, 4_096),
  sized(80, 16_384),
  sized(128, 131_072),
  { ...sized(12, 131_072), name: 'needle', isNeedle: true },
]

function sized(layerCount, tokenCount) {
  const cellCount = layerCount * tokenCount
  return { name: `${layerCount}x${tokenCount}`, layerCount, tokenCount, cellCount }
}

/** "12 × 1,024". */
export function sizeText({ layerCount, tokenCount }) {
  return `${layerCount} × ${tokenCount.toLocaleString('en')}`
}

/** Endings of token texts; with the index before them no two are equal, so that no library saves work by merging them. */
const endings = [' the', 'ing', ',', ' of', 'tion', '\n', '"', ' été', 'のは', '.']

/** Writes the JSON file of a tensor into a folder, unless it is there. Returns its path. */
export async function tensorFile(tensor, folder) {
  const path = join(folder, `${tensor.name}.json`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  const part = `${path}.part`
  await pipeline(Readable.from(jsonOf(tensor)), createWriteStream(part))
  renameSync(part, path)
  return path
}

function* jsonOf(tensor) {
  const { layerCount, tokenCount } = tensor
  const tokens = Array.from(
    { length: tokenCount },
    (_, index) => `${index}${endings[index % endings.length]}`,
  )
  // The needle has the last color in all pages.
  const view = tensor.isNeedle === true ? '"view":{"domain":"extent"},' : ''
  yield `{"title":${asciiJson(sizeText(tensor))},${view}"tokens":${asciiJson(tokens)},"values":[`
  const valueAt = valuesOf(tensor)
  for (let layer = 0; layer < layerCount; layer++) {
    const row = Array.from({ length: tokenCount }, (_, token) => valueAt(layer, token).toFixed(6))
    yield `${layer === 0 ? '' : ','}[${row.join(',')}]`
  }
  yield ']}\n'
}

/** As Python's json.dumps writes it. With other characters the text would take two bytes each, and JSON.parse longer. */
function asciiJson(value) {
  return JSON.stringify(value).replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function valuesOf({ layerCount, tokenCount, isNeedle }) {
  const random = seeded(layerCount * 1_000_003 + tokenCount)
  if (isNeedle !== true) return () => Math.max(-1, Math.min(1, gaussian(random) * 0.02))
  return (layer, token) =>
    layer === needle.layerIndex && token === needle.tokenIndex
      ? needle.value
      : (random() * 2 - 1) * 0.001
}
