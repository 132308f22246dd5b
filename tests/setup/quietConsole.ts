import { afterAll, afterEach } from 'vitest'

const methods = ['debug', 'info', 'log', 'warn', 'error'] as const

/** What was written to the console since the last test, a line each. */
const written: string[] = []

// Not spies: a test that restores its own would restore these.
for (const method of methods) {
  console[method] = (...values: unknown[]) => {
    written.push(`${method}: ${values.map(String).join(' ')}`)
  }
}

afterEach(() => expectQuietConsole('the test'))
// What a file does when it is loaded, or after its last test.
afterAll(() => expectQuietConsole('the file'))

function expectQuietConsole(writer: string): void {
  const lines = written.splice(0)
  if (lines.length > 0) throw new Error(`${writer} wrote to the console:\n${lines.join('\n')}`)
}
