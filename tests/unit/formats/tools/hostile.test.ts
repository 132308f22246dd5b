import { readdirSync, readFileSync } from 'node:fs'
import {
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  dictionary,
  double,
  letrec,
  nat,
  oneof,
  record,
  string,
  tuple,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FoundArray } from '../../../../src/formats/foreign/FoundFile'
import { readTensor } from '../../../../src/formats/readTensor'
import { sourceOfBytes } from '../../../../src/formats/source/ByteSource'
import { isTensorError } from '../../../../src/tensor/TensorError'
import { readText } from '../readText'
import { cellValues } from '../../../../src/tensor/CellValues'

const folder = new URL('../../../fixtures/foreign/', import.meta.url)

const fixtures = readdirSync(folder)
  .filter((file) => !/\.(?:expected\.json|py)$/.test(file))
  .map((file) => ({ file, bytes: new Uint8Array(readFileSync(new URL(file, folder))) }))

const KEYS =
  'data z type layout x y values tokens attention attn left_text right_text coords dims data_vars columns index labels layer token value dtype bdata shape __proto__ constructor 1 0 nbformat cells outputs text/html sequence_attributions __ndarray__ series xAxis yAxis categories shape dims tracked topk cells prob input layers position x0 dy ticktext tickvals'

/** Reads to the end: true for tensors whose arrays are what they say, or a tagged problem. */
async function isSound(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<boolean> {
  try {
    const { tensors } = await readTensor(sourceOfBytes(bytes, file))
    const areWhole = tensors.every(
      ({ tensor }) => tensor.rowOffsets.at(-1) === tensor.values.length,
    )
    const arrays = tensors.flatMap(({ found }) => (found === undefined ? [] : found.file.arrays))
    return areWhole && arrays.every(isWhole)
  } catch (error) {
    if (isTensorError(error)) return true
    throw error
  }
}

function isWhole({ values, dimensions, rowLengths }: FoundArray): boolean {
  const cellCount =
    rowLengths?.reduce((sum, length) => sum + length, 0) ??
    dimensions.reduce((count, { size }) => count * size, 1)
  const areNamed = dimensions.every(({ size, labels }) => (labels?.length ?? size) === size)
  return values.length === cellCount && areNamed
}

describe('any file', () => {
  it('that is a damaged one opens or is refused', async () => {
    const damaged = record({
      fixture: constantFrom(...fixtures),
      end: double({ min: 0, max: 1, noNaN: true }),
      flips: array(tuple(double({ min: 0, max: 1, noNaN: true }), nat(255)), {
        maxLength: 4,
      }),
      isCut: boolean(),
    })
    await assert(
      asyncProperty(damaged, async ({ fixture: { bytes, file }, end, flips, isCut }) => {
        const copy = bytes.slice(0, isCut ? Math.floor(end * bytes.length) : bytes.length)
        for (const [at, value] of flips) copy[Math.floor(at * copy.length)] = value
        expect(await isSound(copy, file)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('of JSON with the keys that tools use opens or is refused', async () => {
    const key = constantFrom(...KEYS.split(' '))
    const { value } = letrec<{ value: unknown }>((tie) => ({
      value: oneof(
        { maxDepth: 6 },
        oneof(double(), constantFrom(null, 'heatmap', 'f4', '2, 2', 'AAAA', '0.5', true)),
        array(tie('value'), { maxLength: 4 }),
        array(array(double(), { maxLength: 3 }), { maxLength: 3 }),
        array(string(), { maxLength: 3 }),
        dictionary(key, tie('value'), { maxKeys: 5 }),
      ),
    }))
    await assert(
      asyncProperty(value, (document) =>
        isSound(new TextEncoder().encode(JSON.stringify(document) ?? 'null'), 'any.json'),
      ),
      { numRuns: 500 },
    )
  })
})

describe('hostile JSON', () => {
  it.each([
    ['objects in arrays in objects', '[{"a":'.repeat(250) + '[[1]]' + '}]'.repeat(250)],
    ['arrays', '['.repeat(500) + '{"a": 1}' + ']'.repeat(500)],
    [
      'more dimensions than one can count',
      `{"z": {"dtype": "f4", "bdata": "", "shape": "${'0,'.repeat(1e5)}0"}}`,
    ],
    [
      'a billion cells that are not there',
      '{"z": {"dtype": "f4", "bdata": "AAAA", "shape": "1000000000, 9"}}',
    ],
    ['a size that is none', '{"z": {"dtype": "f4", "bdata": "AAAA", "shape": [-1, -1]}}'],
    [
      'keys without end',
      `{${Array.from({ length: 2e4 }, (_, i) => `"k${i}": {"${i}": 1}`).join()}}`,
    ],
    [
      'records that share no key',
      `[${Array.from({ length: 2e4 }, (_, i) => `{"${i}": 1}`).join()}]`,
    ],
    ['marks without end', `{"tokens": ["${'\u200b'.repeat(2e5)}a"], "z": [[1, 2]]}`],
  ])('%s', async (_, text) => {
    expect(await isSound(new TextEncoder().encode(text), 'hostile.json')).toBe(true)
  })

  it.each([
    ['beginnings without ends', `<html>${'{"a":[1,'.repeat(1e5)}`],
    ['calls without ends', `<html>${'Plotly.newPlot("'.repeat(1e5)}`],
    ['objects one after the other', `<html>${'{"a":[[1,2],[3,4]]}'.repeat(1e4)}`],
  ])('%s in a page', async (_, text) => {
    expect(await isSound(new TextEncoder().encode(text), 'hostile.html')).toBe(true)
  })

  it('leaves prototypes alone', async () => {
    expect(
      await isSound(
        new TextEncoder().encode('{"__proto__": {"polluted": [[1, 2]]}}'),
        'hostile.json',
      ),
    ).toBe(true)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

it('a table of a thousand records opens', async () => {
  const records = Array.from({ length: 1200 }, (_, i) => ({
    layer: Math.floor(i / 30),
    position: i % 30,
    value: i,
  }))
  const { tensors } = await readText(JSON.stringify(records))
  expect(tensors[0]?.tensor.values).toStrictEqual(
    cellValues(Float64Array.from({ length: 1200 }, (_, i) => i)),
  )
})
