// Adds up Vitest's JSON reports in a folder and prints `N passed, N failed`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder = ''] = process.argv.slice(2)
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
const files = names.flatMap(
  (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).testResults,
)
const tests = files.flatMap((file) => file.assertionResults)
// A file that could not be loaded has no tests to fail, and is one failure itself.
const brokenCount = files.filter(
  (file) => file.status === 'failed' && file.assertionResults.every(isNotFailed),
).length

function isNotFailed(test) {
  return test.status !== 'failed'
}

const passedCount = tests.filter((test) => test.status === 'passed').length
const failedCount = tests.filter((test) => test.status === 'failed').length + brokenCount
process.stdout.write(`${passedCount} passed, ${failedCount} failed\n`)
