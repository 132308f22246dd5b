import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'

const begin = '<!-- bench: begin -->'
const end = '<!-- bench: end -->'

/** Puts a text between the two marks in a Markdown file. Throws where the marks are not there. */
export async function writeReadme(path, text) {
  const old = readFileSync(path, 'utf8')
  const from = old.indexOf(begin)
  const to = old.indexOf(end)
  if (from === -1 || to < from)
    throw new Error(`${path} has no place for the table: ${begin} … ${end}`)
  const filled = `${old.slice(0, from)}${begin}\n\n${text}\n\n${old.slice(to)}`
  const config = await resolveConfig(path)
  writeFileSync(path, await format(filled, { ...config, parser: 'markdown' }))
}
