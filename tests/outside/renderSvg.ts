import { spawnSync } from 'node:child_process'
import { decodePng, type DecodedPng } from '../browser/harness/decodePng'

const maxPngBytes = 256 * 1024 * 1024

/** The picture that librsvg makes of an SVG, one pixel to a unit. Throws with its words where it refuses. */
export function renderSvg(svg: string | Buffer): DecodedPng {
  const { status, stdout, stderr } = spawnSync('rsvg-convert', ['--format=png'], {
    input: svg,
    maxBuffer: maxPngBytes,
  })
  if (status !== 0) throw new Error(`rsvg-convert ended with ${status}: ${stderr.toString()}`)
  return decodePng(stdout)
}
