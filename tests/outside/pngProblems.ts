import { spawnSync } from 'node:child_process'

/** What pngcheck says against a PNG; empty where every chunk of it is as it should be. */
export function pngProblems(png: Buffer): string {
  const { status, stdout, stderr } = spawnSync('pngcheck', ['-q'], { input: png, encoding: 'utf8' })
  return status === 0 ? '' : stdout || stderr || `pngcheck ended with ${status}`
}
