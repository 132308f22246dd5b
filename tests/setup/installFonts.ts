import { spawnSync } from 'node:child_process'
import { canInstallPackages, installPackages } from './debianPackages'

/** Families that figures name first; each is drawn no wider than the table of text widths says. */
const families = /\b(?:Segoe UI|Helvetica Neue|Noto Sans)\b/u

/**
 * Installs Noto Sans on Debian as root, if the system has none of the fonts that figures name first: a minimal system
 * draws all texts in DejaVu, which is wider. Elsewhere, and if that fails, the tests run with the fonts that are there.
 */
export function installFonts(): void {
  const { status, stdout } = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' })
  if (status !== 0 || families.test(stdout)) return
  if (canInstallPackages('debian', 'ubuntu')) {
    installPackages(['fonts-noto-core', 'fonts-noto-mono'])
  }
}
