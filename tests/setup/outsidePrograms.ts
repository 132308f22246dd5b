import { spawnSync } from 'node:child_process'
import { canInstallPackages, installPackages } from './debianPackages'

const packageOf = new Map([
  ['xmllint', 'libxml2-utils'],
  ['rsvg-convert', 'librsvg2-bin'],
])

/** Vitest calls this before the `outside` tests. Throws, in one sentence, where a program cannot be had. */
export function setup(): void {
  const missing = findMissing()
  if (missing.length === 0) return
  if (canInstallPackages('debian', 'ubuntu')) installPackages(missing.map(([, name]) => name))
  const names = findMissing().map(([program, name]) => `${program} (Debian package ${name})`)
  if (names.length > 0) throw new Error(`The outside tests need ${names.join(' and ')}.`)
}

function findMissing(): [program: string, packageName: string][] {
  return [...packageOf].filter(
    ([program]) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined,
  )
}
