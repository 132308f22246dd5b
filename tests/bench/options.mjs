import { parseArgs } from 'node:util'
import { pages } from './pages.mjs'
import { tensors } from './tensors.mjs'

export const usage = `npm run bench -- [--only NAME,…] [--size NAME,…] [--rounds N]

  --only    pages: ${pages.map(({ name }) => name).join(', ')} (the empty page is always measured)
  --size    tensors: ${tensors.map(({ name }) => name).join(', ')}
  --rounds  how often each is measured, 3 by default; the table shows medians

A run of everything writes its tables into the two READMEs and its numbers to tests/bench/results.json; a selection writes
neither.
`

/** What to measure. Throws a RangeError, in one sentence, for what is not there. */
export function optionsOf(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      size: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new RangeError('--rounds takes a number from 1')
  const only = chosen(pages, values.only, '--only')
  return {
    pages: pages.filter((page) => page.isFloor === true || only.includes(page)),
    tensors: chosen(tensors, values.size, '--size'),
    rounds,
    isWhole: values.only === undefined && values.size === undefined,
    isHelp: values.help,
  }
}

function chosen(all, list, option) {
  if (list === undefined) return all
  const names = list.split(',')
  const unknown = names.find((name) => all.every((one) => one.name !== name))
  if (unknown !== undefined) {
    throw new RangeError(
      `${option} knows ${all.map(({ name }) => name).join(', ')}, not ${unknown}`,
    )
  }
  return all.filter(({ name }) => names.includes(name))
}
