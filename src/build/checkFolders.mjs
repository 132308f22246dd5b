/**
 * Fails if two folders import each other, at any depth, including imports of types only. Files directly in a folder
 * count as one group with it: they may import its subfolders, or be imported by them, but not both.
 *
 * Usage: node checkFolders.mjs FOLDER [LIST]. LIST is a JSON file of pairs of folders that are still allowed, such as
 * [["app", "app/figure"]]. The check also fails if two folders on the list no longer import each other.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

const IMPORT =
  /^(?:import|export)\s(?:[^'";=]*\sfrom\s+)?['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/gm

const [folder = 'src', list] = process.argv.slice(2)
const allowed = list === undefined ? [] : JSON.parse(readFileSync(list, 'utf8'))

/** The first import from one folder into another, by `from > to`. */
const edges = new Map()
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!/\.tsx?$/.test(file)) continue
  for (const [, plain, dynamic] of readFileSync(join(folder, file), 'utf8').matchAll(IMPORT)) {
    const target = plain ?? dynamic
    addEdges(dirname(file), dirname(join(dirname(file), target)), `${file} imports ${target}`)
  }
}

function addEdges(from, to, what) {
  const depths = Math.max(from.split(sep).length, to.split(sep).length)
  for (let depth = 1; depth <= depths; depth++) {
    const key = `${cut(from, depth)} > ${cut(to, depth)}`
    if (cut(from, depth) !== cut(to, depth) && !edges.has(key)) edges.set(key, what)
  }
}

function cut(path, depth) {
  return path.split(sep).slice(0, depth).join('/')
}

const isAllowed = (one, other) => allowed.some((pair) => pair.includes(one) && pair.includes(other))
const problems = []
for (const [key, there] of edges) {
  const [one, other] = key.split(' > ')
  const back = edges.get(`${other} > ${one}`)
  if (back === undefined || one > other || isAllowed(one, other)) continue
  problems.push(`${one} and ${other} import each other:\n  ${there}\n  ${back}`)
}
for (const [one, other] of allowed) {
  if (edges.has(`${one} > ${other}`) && edges.has(`${other} > ${one}`)) continue
  problems.push(`${one} and ${other} do not import each other any more: take them off ${list}.`)
}
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`)
  process.exitCode = 1
}
