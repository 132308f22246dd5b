import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  nat,
  shuffledSubarray,
  tuple,
} from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../../../src/formats/canonical/canonicalJson'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfText } from '../../../src/formats/source/ByteSource'

/** A matrix of fractions with at least two rows and columns. */
const matrices = tuple(integer({ min: 2, max: 13 }), integer({ min: 2, max: 5 }), nat(1000)).map(
  ([layerCount, tokenCount, seed]) =>
    Array.from({ length: layerCount }, (_, layer) =>
      Array.from({ length: tokenCount }, (__, token) => {
        return ((seed + layer * 37 + token * 11) % 101) / 128 + 1 / 256
      }),
    ),
)

async function figureOf(text: string, name: string): Promise<unknown> {
  const [first] = (await readTensor(sourceOfText(text, name))).tensors
  if (first === undefined) throw new Error('nothing was opened')
  return JSON.parse(canonicalJson(first.tensor).join(''))
}

function csvOf(rows: readonly (readonly (number | string)[])[]): string {
  return rows.map((row) => row.join(',')).join('\n')
}

it('a counting index changes nothing', async () => {
  const starts = constantFrom(0, 1)
  const corners = constantFrom('', 'Unnamed: 0', 'index', 'layer')
  await assert(
    asyncProperty(matrices, starts, corners, async (rows, start, corner) => {
      const names = rows[0]?.map((_, token) => ` t${'abcde'.charAt(token)}`) ?? []
      const indexed = rows.map((row, layer) => [layer + start, ...row])
      const bare = await figureOf(csvOf([names, ...rows]), 'a.csv')
      const csv = await figureOf(csvOf([[corner, ...names], ...indexed]), 'a.csv')
      const table = JSON.stringify({ columns: [corner, ...names], data: indexed })
      const split = await figureOf(table, 'a.json')
      const layers = start === 0 ? {} : { layers: rows.map((_, layer) => String(layer + 1)) }
      expect(csv).toEqual({ ...(bare as object), ...layers })
      expect(split).toEqual(csv)
    }),
    { numRuns: 40 },
  )
})

it('the order of the rows of a long table changes nothing', async () => {
  const ordered = matrices.chain((rows) => {
    const cells = rows.flatMap((row, layer) => row.map((value, token) => [layer, token - 9, value]))
    return tuple(
      constantFrom(cells),
      shuffledSubarray(cells, { minLength: cells.length, maxLength: cells.length }),
    )
  })
  await assert(
    asyncProperty(ordered, async ([cells, shuffled]) => {
      const header = ['layer', 'position', 'kl']
      const [straight, mixed] = await Promise.all(
        [cells, shuffled].map((each) => figureOf(csvOf([header, ...each]), 'a.csv')),
      )
      expect(mixed).toEqual(straight)
      const records = shuffled.map(([layer, position, kl]) => ({ position, kl, layer }))
      expect(await figureOf(JSON.stringify(records), 'a.json')).toEqual(straight)
    }),
    { numRuns: 40 },
  )
})

it('keys that are sorted as texts change nothing', async () => {
  const prefixes = constantFrom('layer_', 'blocks.', 'model.layers.', '')
  const deep = array(constantFrom('cos', 'run'), { maxLength: 2 })
  await assert(
    asyncProperty(matrices, prefixes, deep, async (rows, prefix, path) => {
      const entries = rows.map((row, layer): [string, number[]] => [`${prefix}${layer}`, row])
      const sorted = entries.toSorted(([one], [other]) => (one < other ? -1 : 1))
      const [straight, mended] = await Promise.all(
        [entries, sorted].map((each) => {
          // As Python writes it: JavaScript would sort keys that are numbers.
          const object = `{${each.map(([key, row]) => `"${key}":${JSON.stringify(row)}`).join()}}`
          const text = path.reduceRight((inner, key) => `{"${key}":${inner}}`, object)
          return figureOf(text, 'a.json')
        }),
      )
      expect(mended).toEqual(straight)
    }),
    { numRuns: 60 },
  )
})
