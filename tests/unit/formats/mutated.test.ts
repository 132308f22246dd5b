import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PNG_SIGNATURE } from '../../../src/codec/pngChunk'
import { type Chunk } from '../../../src/formats/source/ByteSource'
import { tensorOfRows } from '../tensor/anyTensor'
import { figureFile, packedOf } from './envelope/carriers'
import { archiveBytes, bytesOf, npyBytes, u32 } from './fileBytes'
import { change, changed, changedOften, edge, readAll } from './mutations'

const folder = new URL('../../fixtures/arrays/', import.meta.url)
const filesOf = (ending: string): Chunk[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => new Uint8Array(readFileSync(new URL(name, folder))))

const npy = npyBytes(
  `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n`,
  new Uint8Array(24),
)
const archives = [
  archiveBytes([
    { name: 'a.npy', data: npy },
    { name: 'b.npy', data: npy },
  ]),
  ...filesOf('.npz'),
  ...filesOf('.pt'),
]

/** Offsets of the fields of an entry in a zip directory, in bytes. */
const FIELDS = [8, 10, 20, 24, 28, 30, 32, 42]

function withField(bytes: Chunk, entry: number, field: number, value: number): Chunk {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const starts: number[] = []
  for (let at = 0; at + 46 <= copy.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) starts.push(at)
  }
  const start = starts[entry % Math.max(1, starts.length)]
  if (start !== undefined && field >= 20 && field !== 28 && field !== 30 && field !== 32) {
    view.setUint32(start + field, value, true)
  } else if (start !== undefined) view.setUint16(start + field, value % 65_536, true)
  return copy
}

const zips = fc
  .tuple(
    fc.constantFrom(...archives),
    fc.array(fc.tuple(fc.nat(9), fc.constantFrom(...FIELDS), edge), { minLength: 1, maxLength: 3 }),
  )
  .map(([bytes, edits]) =>
    edits.reduce((next, [entry, field, value]) => withField(next, entry, field, value), bytes),
  )

const pickles = fc
  .tuple(
    fc.constantFrom(...filesOf('.pt').flatMap(pickleOf)),
    fc.array(change, { minLength: 1, maxLength: 4 }),
  )
  .map(([bytes, changes]) =>
    archiveBytes([
      { name: 'a/data.pkl', data: changes.reduce((next, each) => changed(next, each), bytes) },
      { name: 'a/data/0', data: new Uint8Array(96) },
    ]),
  )

/** The pickle of a PyTorch file, which is stored in it without packing. */
function pickleOf(archive: Chunk): Chunk[] {
  const text = Buffer.from(archive).toString('latin1')
  const start = text.indexOf('\x80\x02')
  const end = text.indexOf('PK', start)
  return start < 0 || end < 0 ? [] : [archive.slice(start, end)]
}

const number = fc.oneof(edge, fc.constantFrom(-1, 0.5, 1e300, NaN, 12, 24, 96))
const entry = fc.record({
  dtype: fc.constantFrom('F32', 'F64', 'BF16', 'BOOL', 'F8_E4M3', 'X', ''),
  shape: fc.array(number, { maxLength: 4 }),
  data_offsets: fc.array(number, { maxLength: 3 }),
})
const safetensors = fc
  .tuple(
    fc.dictionary(fc.constantFrom('cos', 'tokens', '__metadata__', 'layer_0', 'layer_1'), entry),
    fc.nat(120),
    edge,
  )
  .map(([header, size, length]) => {
    const text = JSON.stringify(header)
    const stated = length === 99 ? size : text.length
    return bytesOf(u32(stated), u32(0), text, new Uint8Array(size))
  })

const png = new Uint8Array(
  await figureFile('png', await packedOf(tensorOfRows([[0.5, 1, NaN]]))).arrayBuffer(),
)
const chunks = chunksOf(png)

function chunksOf(bytes: Chunk): Chunk[] {
  const view = new DataView(bytes.buffer)
  const found: Chunk[] = []
  for (let at = PNG_SIGNATURE.length; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    found.push(bytes.slice(at, end))
    at = end
  }
  return found
}

const pngs = fc
  .array(fc.tuple(fc.nat(chunks.length - 1), fc.option(change)), { maxLength: 9 })
  .map((picked) =>
    bytesOf(
      PNG_SIGNATURE,
      ...picked.map(([index, edit]) => {
        const chunk = chunks[index] ?? new Uint8Array()
        return edit === null ? chunk : changed(chunk, edit)
      }),
    ),
  )

const figures = await Promise.all(
  (['svg', 'html', 'pdf'] as const).map(async (kind) => {
    const blob = figureFile(kind, await packedOf(tensorOfRows([[0.5, 1]])))
    return [`a.${kind}`, new Uint8Array(await blob.arrayBuffer())] as const
  }),
)

describe('a file whose structure was changed ends in tensors or in a problem', () => {
  it.each([
    ['zip directories', zips, 'a.npz'],
    ['pickles', pickles, 'a.pt'],
    ['headers of safetensors', safetensors, 'a.safetensors'],
    ['chunks of a PNG', pngs, 'a.png'],
    ...figures.map(([name, bytes]) => [name, changedOften(bytes), name] as const),
  ] as const)('%s', async (_, files, name) => {
    await expect(readAll(files, name)).resolves.toBeUndefined()
  })
})
