import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/formats/canonical/canonicalJson'
import { readTensor } from '../../../src/formats/readTensor'
import {
  sourceOfBlob,
  sourceOfBytes,
  type ByteSource,
} from '../../../src/formats/source/ByteSource'
import { problemOf } from './problemOf'

const folder = new URL('../../fixtures/tensors/', import.meta.url)

function sourceOf(path: string): ByteSource {
  return sourceOfBytes(readFileSync(new URL(path, folder)), path)
}

function filesIn(name: string): string[] {
  return readdirSync(new URL(`${name}/`, folder)).toSorted()
}

/** What is wrong with each file, and at which line and column. */
const refusals: Readonly<Record<string, readonly [message: string, place: string]>> = {
  'cut-off.json': ['ends too early, in the middle of “0.”', '1:53'],
  'empty.json': ['The file is empty', '1:1'],
  'layer-labels.json': ['layers has 3 labels, but values has 2 layers', '1:12'],
  'nested-unevenly.json': ['values[1] is an array of numbers', '1:27'],
  'no-values-key.json': ['has no key "values"', '1:1'],
  'no-values.json': ['no values at all', '1:12'],
  'not-utf8.json': ['the byte E9', '1:17'],
  'number-for-array.json': ['values[0][1] is a number (3)', '1:26'],
  'page.html': ['is an HTML page', '-'],
  'picture.png': ['is a PNG picture', '-'],
  'printed-python.json': ["“'”", '1:2'],
  'query-count.json': ['queries has 2 meta tokens, but values has 3', '1:13'],
  'row-too-long.json': ['values[1] has 3 values, but “Meta Token #1” has 2 past tokens', '1:47'],
  'text-in-row.json': ['values[1][1][1] is text ("oops")', '1:46'],
  'trailing-comma.json': ['“]” where a value was expected', '5:3'],
  'utf16.json': ['UTF-16', '1:1'],
  'white-space.json': ['nothing but white space', '3:1'],
}

describe('fixtures', () => {
  it.each(filesIn('good'))('good/%s opens, and reads back from what is written', async (file) => {
    const { tensors, notices } = await readTensor(sourceOf(`good/${file}`))
    expect(notices).toStrictEqual([])
    expect(tensors.length).toBeGreaterThan(0)
    const again = await Promise.all(
      tensors.map(({ tensor }) =>
        readTensor(sourceOfBlob(new Blob(canonicalJson(tensor)), 'written.json')),
      ),
    )
    expect(again.flatMap((one) => one.tensors.map(({ tensor }) => tensor))).toStrictEqual(
      tensors.map(({ tensor }) => tensor),
    )
  })

  it.each(filesIn('bad'))('bad/%s is refused for what is wrong with it', async (file) => {
    const [message, at] = refusals[file] ?? ['', 'no entry']
    const problem = await problemOf(() => readTensor(sourceOf(`bad/${file}`)))
    const { line, column } = problem.place ?? {}
    expect(problem.message).toContain(message)
    expect(line === undefined ? '-' : `${line}:${column}`).toBe(at)
  })
})
