import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'
import { budgetsOf, budgetText } from './budgets.mjs'
import { buildPages } from './buildPages.mjs'
import { browserOfRun } from './chromium.mjs'
import { headlineTable } from './headlineTable.mjs'
import { inTurn } from './inTurn.mjs'
import { machine, machineText } from './machine.mjs'
import { measureAll } from './measureAll.mjs'
import { optionsOf, usage } from './options.mjs'
import { resultTable } from './resultTable.mjs'
import { serve } from './serve.mjs'
import { tensorFile } from './tensors.mjs'
import { writeReadme } from './writeReadme.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Files and built pages stay here from run to run; a browser that is a snap can read them here. */
const cache = join(root, 'node_modules', '.cache', 'simlens-bench')

/** Measures what the arguments choose, prints the table, and writes it where everything was measured. */
export async function bench(args) {
  const options = readOptions(args)
  if (options === undefined) return
  if (options.isHelp) {
    process.stdout.write(usage)
    return
  }
  const results = await measured(options)
  const table = resultTable({ ...results, ...options, pages: results.pages })
  const budgets = budgetsOf(results)
  const caption = machineText(results)
  process.stdout.write(`${caption}\n\n${table}\n\n${budgetText(budgets)}\n`)
  const folder = options.isWhole ? fileURLToPath(new URL('.', import.meta.url)) : cache
  const path = join(folder, 'results.json')
  const json = JSON.stringify({ ...results, budgets })
  writeFileSync(
    path,
    await format(json, { parser: 'json', objectWrap: 'collapse', printWidth: 100 }),
  )
  say(`written: ${path}`)
  if (!options.isWhole) return
  await writeReadme(fileURLToPath(new URL('README.md', import.meta.url)), `${caption}\n\n${table}`)
  await writeReadme(
    join(root, 'README.md'),
    `${headlineTable({ ...options, ...results })}\n\n${caption}`,
  )
}

/** Undefined where they cannot be understood; then that is said. */
function readOptions(args) {
  try {
    return optionsOf(args)
  } catch (error) {
    process.exitCode = 2
    process.stderr.write(`${error.message}\n\n${usage}`)
    return undefined
  }
}

async function measured(options) {
  say('building the pages')
  const pages = await buildPages(options.pages, join(cache, 'pages'))
  say('writing the tensors')
  const files = await inTurn(options.tensors, (tensor) =>
    tensorFile(tensor, join(cache, 'tensors')),
  )
  const browser = await browserOfRun()
  const server = await serve(join(cache, 'pages'))
  try {
    const names = options.tensors.map(({ name }) => name)
    const run = {
      browser,
      url: server.url,
      files: new Map(names.map((name, index) => [name, files[index]])),
      report,
    }
    const chromiumVersion = (await browser.current()).version()
    const summaries = await measureAll(run, { ...options, pages })
    const about = { ...machine(), chromium: chromiumVersion, browserCount: browser.launchCount() }
    return { ...about, rounds: options.rounds, pages: pages.map(toldOf), summaries }
  } finally {
    await browser.close()
    server.close()
  }
}

/** What the results keep of a page. */
function toldOf({ name, label, version, gzipBytes, isFloor }) {
  return { name, label, version, gzipBytes, isFloor }
}

function report(page, tensor, { failure, loadMs }) {
  say(`${tensor.name} ${page.name}: ${failure ?? `${Math.round(loadMs)} ms`}`)
}

function say(text) {
  process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${text}\n`)
}
