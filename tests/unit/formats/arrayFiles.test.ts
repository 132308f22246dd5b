import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../src/formats/canonical/canonicalJson'
import { type ReadTensors } from '../../../src/formats/foreign/Format'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfBytes } from '../../../src/formats/source/ByteSource'
import { problemOf } from './problemOf'
import { areFloat32 } from '../../../src/tensor/CellValues'

const folder = new URL('../../fixtures/arrays/', import.meta.url)

/** What `make.py` expects of a file: keys of the canonical JSON of each tensor, or of the problem. */
interface Expected {
  readonly tensors?: readonly object[]
  readonly notices?: readonly string[]
  /** Of a file of tokens. */
  readonly tokens?: object
  readonly tag?: string
  readonly message?: string
}

function read(file: string, isPacked = false): Promise<ReadTensors> {
  const bytes = readFileSync(new URL(file, folder))
  return isPacked
    ? readTensor(sourceOfBytes(new Uint8Array(gzipSync(bytes)), `${file}.gz`))
    : readTensor(sourceOfBytes(new Uint8Array(bytes), file))
}

function expectedOf(file: string): Expected {
  return JSON.parse(readFileSync(new URL(`${file}.expected.json`, folder), 'utf8')) as Expected
}

/** Numbers, however deep, as the nearest float32. */
function roundedIn(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, item: unknown) => {
      return typeof item === 'number' ? String(Math.fround(item)) : item
    }),
  )
}

const files = readdirSync(folder).filter((file) => !/\.(?:expected\.json|py)$/.test(file))
const good = files.filter((file) => expectedOf(file).tensors !== undefined)

describe('array files', () => {
  it.each(good)('%s opens, also packed', async (file) => {
    const { tensors: expected = [], notices = [], tokens } = expectedOf(file)
    for (const isPacked of [false, true]) {
      // oxlint-disable-next-line no-await-in-loop -- two readings of one file
      const found = await read(file, isPacked)
      const documents = found.tensors.map(({ tensor }): unknown =>
        JSON.parse(canonicalJson(tensor).join('')),
      )
      // Shortest decimals of float32 are not those of the same number as a double.
      const isNarrow = found.tensors.some(({ tensor }) => areFloat32(tensor.values))
      const rounded = (value: unknown): unknown => (isNarrow ? roundedIn(value) : value)
      expect(rounded(documents)).toMatchObject(rounded(expected) as object[])
      expect(found.tokens).toStrictEqual(tokens)
      expect(found.notices).toEqual(expect.arrayContaining([...notices]))
    }
  })

  it.each(files.filter((file) => !good.includes(file)))('%s gets its sentence', async (file) => {
    const { tag, message = '' } = expectedOf(file)
    const problem = await problemOf(() => read(file))
    expect(problem.message).toContain(message)
    expect(problem.tag).toBe(tag)
  })
})
