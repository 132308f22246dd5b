import { spawnSync } from 'node:child_process'
import { canInstallPackages, installPackages } from './debianPackages'

/** By Debian package: what succeeds where it is installed. */
const checks: Readonly<Record<string, readonly [program: string, ...options: string[]]>> = {
  'libxml2-utils': ['xmllint', '--version'],
  pngcheck: ['pngcheck', '-h'],
  'librsvg2-bin': ['rsvg-convert', '--version'],
  'poppler-utils': ['pdftoppm', '-v'],
  qpdf: ['qpdf', '--version'],
  ghostscript: ['gs', '--version'],
  'texlive-latex-base': ['pdflatex', '--version'],
  'python3-numpy': ['/usr/bin/python3', '-c', 'import numpy'],
  'python3-scipy': ['/usr/bin/python3', '-c', 'import scipy.stats'],
  'python3-torch': ['/usr/bin/python3', '-c', 'import torch'],
}

/** Vitest calls this before the `outside` tests. Throws, in one sentence, where something cannot be had. */
export function setup(): void {
  const missing = findMissing()
  if (missing.length === 0) return
  if (canInstallPackages('debian', 'ubuntu')) installPackages(missing)
  const names = findMissing()
  if (names.length === 0) return
  throw new Error(
    `The outside tests need the programs of Debian’s packages ${names.join(' and ')}.`,
  )
}

function findMissing(): string[] {
  return Object.entries(checks).flatMap(([name, [program, ...options]]) => {
    return spawnSync(program, options, { stdio: 'ignore' }).status === 0 ? [] : [name]
  })
}
