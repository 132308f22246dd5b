import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../src/formats/canonical/canonicalJson'
import { type ReadTensors } from '../../../../src/formats/foreign/Format'
import { readTensor } from '../../../../src/formats/readTensor'
import { sourceOfBytes, sourceOfText } from '../../../../src/formats/source/ByteSource'
import { problemOf } from '../problemOf'

const folder = new URL('../../../fixtures/foreign/', import.meta.url)

/** What `make.py` expects of a file: keys of the canonical JSON of each tensor, or of the problem. */
interface Expected {
  readonly tensors?: readonly object[]
  readonly notices?: readonly string[]
  /** Whether the page asks which axis is which. Default: false. */
  readonly asks?: boolean
  readonly tag?: string
  readonly message?: string
  readonly advice?: string
}

function read(file: string): Promise<ReadTensors> {
  return readTensor(sourceOfBytes(new Uint8Array(readFileSync(new URL(file, folder))), file))
}

function expectedOf(file: string): Expected {
  return JSON.parse(readFileSync(new URL(`${file}.expected.json`, folder), 'utf8')) as Expected
}

const files = readdirSync(folder).filter((file) => !/\.(?:expected\.json|py)$/.test(file))
const good = files.filter((file) => expectedOf(file).tensors !== undefined)

describe('files of other tools', () => {
  it.each(good)('%s opens', async (file) => {
    const { tensors: expected = [], notices = [], asks = false } = expectedOf(file)
    const found = await read(file)
    const documents = found.tensors.map(({ tensor }): unknown =>
      JSON.parse(canonicalJson(tensor).join('')),
    )
    expect(documents).toMatchObject(expected)
    expect(documents).toHaveLength(expected.length)
    expect(found.notices).toEqual(expect.arrayContaining([...notices]))
    expect(found.tensors.some((one) => one.found?.isCertain === false)).toBe(asks)
  })

  it.each(good)(
    '%s comes back from what is saved of it, with the names of its axes',
    async (file) => {
      for (const { tensor } of (await read(file)).tensors) {
        const saved = canonicalJson(tensor).join('')
        // oxlint-disable-next-line no-await-in-loop -- a few tensors, one after the other
        const { tensors } = await readTensor(sourceOfText(saved, 'saved.json'))
        expect(tensors.map((again) => canonicalJson(again.tensor).join(''))).toEqual([saved])
        expect(tensors[0]?.tensor.axes).toEqual(tensor.axes)
      }
    },
  )

  it.each(files.filter((file) => !good.includes(file)))('%s gets its sentence', async (file) => {
    const { tag, message = '', advice = '' } = expectedOf(file)
    const problem = await problemOf(() => read(file))
    expect(problem.message).toContain(message)
    expect(problem.advice).toContain(advice)
    expect(problem.tag).toBe(tag)
  })
})
