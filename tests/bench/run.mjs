// `npm run bench`: installs what SimLens is compared with, then measures (README.md here says how).
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const installed = `${here}node_modules/.package-lock.json`
const lock = `${here}package-lock.json`

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  const { status, error } = spawnSync('npm', ['ci', '--prefix', here], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw error ?? new Error(`npm ci ended with ${status} in tests/bench`)
}
// Only now is there what this needs.
const { bench } = await import('./bench.mjs')
await bench(process.argv.slice(2))
