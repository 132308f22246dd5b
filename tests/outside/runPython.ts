import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** What lines of Python print, which have the module; throws what they write to stderr where they fail. */
export function runPython(lines: string, input = ''): string {
  const code = `import json, math, sys\nsys.path.insert(0, ${JSON.stringify(resolve('public'))})\nimport simlens\n${lines}`
  const options = { encoding: 'utf8', input, maxBuffer: 1 << 28 } as const
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', code], options)
  if (status !== 0) throw new Error(stderr)
  return stdout
}
