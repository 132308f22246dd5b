import type { VirtualFile } from './openTensor'
import { noise } from './noise'

/** Shape of the needle's haystack, its one hot cell, and its coldest one. */
export const needle = {
  title: 'needle',
  layerCount: 12,
  tokenCount: 131_072,
  hot: { layer: 7, token: 77_777, value: 0.04 },
  cold: { layer: 2, token: 100_001, value: -0.001 },
} as const

/** All within ±0.001 but the hot cell, which has the last color; 14 MB. */
export function needleFile(): VirtualFile {
  const { title, layerCount, tokenCount } = needle
  const rows = Array.from({ length: layerCount }, (_row, layer) =>
    Array.from({ length: tokenCount }, (_cell, token) => valueOf(layer, token)),
  )
  const queries = [{ label: 'Meta token', position: tokenCount }]
  const view = { domain: 'extent' }
  return { name: 'needle.json', text: JSON.stringify({ title, queries, view, values: [rows] }) }
}

function valueOf(layer: number, token: number): number {
  const planted = [needle.hot, needle.cold].find(
    (cell) => cell.layer === layer && cell.token === token,
  )
  // Above the coldest by a step of its last digit at least.
  return planted?.value ?? Math.round(noise(layer, token) * 998) / 1e6
}
