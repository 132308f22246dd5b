import { existsSync, readFileSync } from 'node:fs'
import { runProgram } from './runProgram'

/** Whether this is one of the named systems (as in `/etc/os-release`), and we are root on it. */
export function canInstallPackages(...systems: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  if (!existsSync('/etc/os-release')) return false
  const id = /^ID="?([\w-]+)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
  return id !== undefined && systems.includes(id)
}

/** Installs packages with apt-get; returns what failed, as a clause, or undefined. */
export function installPackages(names: readonly string[]): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return (
    runProgram('apt-get', ['update', '-qq'], env) ??
    runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], env)
  )
}
