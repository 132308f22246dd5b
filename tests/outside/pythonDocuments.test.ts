import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { sourceOfText } from '../../src/formats/source/ByteSource'
import { readTensor } from '../../src/formats/readTensor'
import { canonicalJson } from '../../src/formats/canonical/canonicalJson'
import { isTensorError } from '../../src/tensor/TensorError'
import { runPython } from './runPython'

/** What the page says of a file: the tensors in it, or the problem in one text. */
async function pageOf(text: string): Promise<readonly string[] | string> {
  try {
    const { tensors } = await readTensor(sourceOfText(text, 'a.json'))
    return tensors.map(({ tensor }) => canonicalJson(tensor).join(''))
  } catch (error) {
    if (!isTensorError(error)) throw error
    return `${error.problem.message} ${error.problem.advice}`
  }
}

const leaf = fc.oneof(
  { weight: 99, arbitrary: fc.integer({ min: -99, max: 99 }).map((k) => k / 8) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, NaN, Infinity, -0, 'x', {}, []) },
)
const rows = fc.array(fc.array(leaf, { maxLength: 4 }), { maxLength: 3 })
const values = fc.oneof(
  { weight: 5, arbitrary: fc.array(rows, { maxLength: 3 }) },
  { weight: 5, arbitrary: rows },
  { weight: 1, arbitrary: fc.array(fc.array(rows, { maxLength: 2 }), { maxLength: 2 }) },
  { weight: 1, arbitrary: leaf },
)
const text = fc.oneof(
  { weight: 9, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: leaf },
)
const texts = fc.array(text, { maxLength: 5 })
const whole = fc.oneof(
  fc.nat(6),
  fc.constantFrom<unknown>(-1, 0.5, 2 ** 31, 2 ** 60, null, 'x', 3.0),
)
const query = fc.oneof(
  { weight: 9, arbitrary: fc.string() },
  {
    weight: 9,
    arbitrary: fc.record(
      { label: text, position: whole, hidden_size: whole, model: text },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(0.5, null) },
)
const axisName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.constantFrom<unknown>('Head', ' ', '\ufeff', 'a\nb', 'a\u2028b', 'a\u202eb', 'ראש', null, 3),
  fc.constantFrom('x'.repeat(60), 'x'.repeat(61), '😀'.repeat(30), '😀'.repeat(31)),
)
const axes = fc.record({ query: axisName, row: axisName, other: leaf }, { requiredKeys: [] })
const metadata: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  title: text,
  hidden_size: whole,
  layers: fc.oneof(texts, fc.array(leaf, { maxLength: 3 }), leaf),
  queries: fc.oneof(fc.array(query, { maxLength: 3 }), leaf),
  tokens: fc.oneof(texts, fc.array(fc.oneof(texts, texts, leaf), { maxLength: 3 }), leaf),
  first_index: whole,
  special: texts,
  axes: fc.oneof({ weight: 5, arbitrary: axes }, leaf),
  align: fc.constantFrom('start', 'end', 'left', null),
}
const documents = fc.subarray(Object.keys(metadata), { maxLength: 3 }).chain((chosen) =>
  fc.record({
    schema: fc.constant('simlens/1'),
    ...Object.fromEntries(chosen.map((key) => [key, metadata[key] ?? leaf])),
    values,
  }),
)

/** JSON with NaN and infinities as Python writes them. */
function pythonJson(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0.0' : String(value)
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(
    ([key, entry]) => `${JSON.stringify(key)}: ${pythonJson(entry)}`,
  )
  return `{${entries.join(', ')}}`
}

it('the module and the page take and refuse the same documents, in the same words', async () => {
  // What is an object would be searched for tensors of other tools by the page.
  const given = fc
    .sample(documents, { numRuns: 3000, seed: 14 })
    .map(pythonJson)
    .filter((document) => !/"values": (?:\[\s*)?\{/.test(document))
  const printed = runPython(
    `
def said(document):
  try:
    return [simlens._text(simlens._checked(document))]
  except ValueError as error:
    return str(error)
print(json.dumps([said(document) for document in json.load(sys.stdin)]))`,
    `[${given.join(', ')}]`,
  )
  const said = JSON.parse(printed) as (string | readonly [string])[]
  const differences: unknown[] = []
  let refusedCount = 0
  for (const [k, document] of given.entries()) {
    const answer = said[k] ?? ''
    // oxlint-disable-next-line no-await-in-loop -- one file after the other
    const [page, module] = await Promise.all([
      pageOf(document),
      typeof answer === 'string' ? answer : pageOf(answer[0]),
    ])
    if (typeof page === 'string') refusedCount++
    if (JSON.stringify(page) !== JSON.stringify(module))
      differences.push({ document, page, module })
  }
  expect(differences.slice(0, 5)).toEqual([])
  expect(refusedCount).toBeGreaterThan(given.length / 10)
  expect(refusedCount).toBeLessThan((given.length * 9) / 10)
})
