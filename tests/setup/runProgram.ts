import { spawnSync } from 'node:child_process'

/**
 * Runs a program to its end, its output on our error stream. Returns undefined where it succeeded, else a clause that
 * says what failed.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const { status, error } = spawnSync(program, args, { env, stdio: ['ignore', 2, 2] })
  if (status === 0) return undefined
  const command = [program, ...args].join(' ')
  return error ? `${command} did not start (${error.message})` : `${command} ended with ${status}`
}
