import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Chunk } from '../../../src/formats/source/ByteSource'
import { settingKeys } from '../../../src/tensor/settings/settings'
import { tensorOfRows } from '../tensor/anyTensor'
import { figureFile, packedOf } from './envelope/carriers'
import { bytesOf } from './fileBytes'
import { edge, readAll } from './mutations'

const pdf = Buffer.from(
  await figureFile('pdf', await packedOf(tensorOfRows([[0.5, 1]]))).arrayBuffer(),
).toString('latin1')

/** The objects of a PDF, each from its number to `endobj`. */
const objects = pdf.match(/\d+ 0 obj[^]*?endobj\n/g) ?? []

/** What may stand in place of a number, a name or a reference of a PDF. */
const pdfPart = fc.oneof(
  edge.map(String),
  fc.nat(objects.length + 1).map((number) => `${number} 0 R`),
  fc.constantFrom(
    '/FlateDecode',
    '/ObjStm',
    '/Filespec',
    '/EF',
    '/Length',
    '/N',
    '/First',
    '/Filter',
    '(simlens.json.zz)',
    '<< >>',
    '[',
    ']',
    '>>',
    '<< /EF',
    '-1',
    '/Encrypt',
    'stream',
    'obj',
    `[${' /FlateDecode'.repeat(10)} ]`,
  ),
)

const pdfs = fc
  .array(
    fc.tuple(fc.nat(objects.length - 1), fc.array(fc.tuple(fc.nat(30), pdfPart), { maxLength: 3 })),
    { minLength: 1, maxLength: 12 },
  )
  .map((picked) =>
    bytesOf('%PDF-1.7\n', ...picked.map(([index, edits]) => withParts(index, edits)), '%%EOF\n'),
  )

/** Returns an object with other parts at some places of its dictionary. */
function withParts(index: number, edits: readonly (readonly [number, string])[]): string {
  const object = objects[index] ?? ''
  const end = object.indexOf('stream')
  const parts = object.slice(0, end < 0 ? undefined : end).split(/(?<=\s)|(?=[/<>[\]()])/)
  for (const [place, part] of edits) parts[place % parts.length] = ` ${part} `
  return parts.join('') + (end < 0 ? '' : object.slice(end))
}

const fields = fc.oneof(
  edge.map(String),
  fc.constantFrom(
    '',
    ' ',
    '0.5',
    '-1e999',
    'nan',
    '1,5',
    '#',
    '"',
    '""',
    '"a""b"',
    '"a\nb"',
    "'=1",
    'L0',
    'layer',
    'token',
    'value',
    'query',
    'x',
    '\0',
    '\ufeff',
    'layer \\ token',
    'sep=;',
    '1e400',
  ),
)
const delimiter = fc.constantFrom(',', ';', '\t', ' ', ',', ',')
const header = fc.constantFrom(
  '',
  '',
  'query,layer,token_index,token,distance,value\n',
  'layer,token,value\n',
  'layer \\ token,a,b\n',
  'layer \\ position,0,1\n',
  'a \\, b \\ c,1,2\n',
  'sep=;\n',
  ',a,b\n',
)
const tables = fc
  .tuple(
    header,
    fc.array(
      fc.tuple(
        fc.array(fields, { maxLength: 9 }),
        delimiter,
        fc.constantFrom('\n', '\n', '\r\n', '\r', ''),
      ),
      { maxLength: 12 },
    ),
  )
  .map(([first, rows]) =>
    bytesOfText(first + rows.map(([row, mark, end]) => row.join(mark) + end).join('')),
  )

const anyJson = fc.oneof(
  edge,
  fc.constantFrom(null, true, '', 'start', 'end', 'A', '__proto__', 0.5, -1, 1e300),
  fc.array(fc.oneof(edge, fc.constantFrom(null, 'a', '\ud800', -1)), { maxLength: 4 }),
  fc.dictionary(
    fc.constantFrom('A', 'B', 'matched', 'label', 'position', 'row', 'column'),
    fc.constantFrom(0, 'a', null, [[1]]),
    { maxKeys: 3 },
  ),
)
const cells = fc.array(fc.oneof(fc.double(), fc.constant(null)), { maxLength: 4 })
const matrix = fc.array(cells, { maxLength: 3 })
const matrices = fc.array(matrix, { maxLength: 3 })
const labels = fc.array(fc.constantFrom('a', 'b', 'toString', '__proto__', ''), { maxLength: 4 })
const keyed = (own: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: own }, { weight: 1, arbitrary: anyJson })
const documents = fc
  .record(
    {
      values: keyed(fc.oneof(matrix, matrices)),
      tokens: keyed(fc.oneof(labels, fc.array(labels, { maxLength: 3 }))),
      layers: keyed(labels),
      queries: keyed(fc.array(fc.oneof(fc.constant('q'), anyJson), { maxLength: 3 })),
      companions: keyed(fc.dictionary(fc.constantFrom('A', 'B', '__proto__', 'n'), matrices)),
      difference: keyed(
        fc.record({
          A: anyJson,
          B: anyJson,
          matched: fc.constantFrom('index', 'text', 'distance', 3),
        }),
      ),
      axes: keyed(fc.dictionary(fc.constantFrom('query', 'row', 'column', 'x'), anyJson)),
      first_index: keyed(edge),
      hidden_size: keyed(edge),
      align: keyed(fc.constantFrom('start', 'end')),
      special: keyed(labels),
      view: keyed(fc.dictionary(fc.constantFrom(...settingKeys), anyJson)),
    },
    { requiredKeys: ['values'] },
  )
  .map((document) => bytesOfText(JSON.stringify(document)))

function bytesOfText(text: string): Chunk {
  return new TextEncoder().encode(text)
}

describe('a text whose structure was changed ends in tensors or in a problem', () => {
  it.each([
    ['objects of a PDF', pdfs, 'a.pdf'],
    ['rows of a table', tables, 'a.csv'],
    ['keys of a canonical file', documents, 'a.json'],
  ] as const)('%s', async (_, files, name) => {
    await expect(readAll(files, name)).resolves.toBeUndefined()
  })
})
