import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The packages, in the versions that the tests were made with. */
const PACKAGES = ['numpy==2.4.6', 'pandas==3.1.1', 'plotly==7.1.0', 'xarray==2026.9.0']

/** Where the environment is kept between runs. */
const FOLDER = resolve('node_modules/.cache/simlens-python')

/**
 * Returns a Python that has pandas, NumPy, plotly and xarray, in an environment of its own. It is made at the first
 * call, from PyPI. Throws, in one sentence, if the packages cannot be installed.
 */
export function pythonWithPackages(): string {
  const python = join(FOLDER, 'bin/python')
  if (existsSync(python) && hasPackages(python)) return python
  const made = [
    ['/usr/bin/python3', '-m', 'venv', '--clear', FOLDER],
    [python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES],
  ].every(([program = '', ...options]) => spawnSync(program, options).status === 0)
  if (!made || !hasPackages(python)) {
    throw new Error(
      `The test of forms that Python writes needs ${PACKAGES.join(', ')} from PyPI, and python3-venv of Debian.`,
    )
  }
  return python
}

function hasPackages(python: string): boolean {
  const names = PACKAGES.map((each) => each.replace(/==.*/, '')).join(', ')
  return spawnSync(python, ['-c', `import ${names}`]).status === 0
}
