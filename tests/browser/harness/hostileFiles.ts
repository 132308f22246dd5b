import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { pngChunk, PNG_SIGNATURE } from '../../../src/codec/pngChunk'
import { archiveBytes, bytesOf, npyBytes, safetensorsBytes } from '../../unit/formats/fileBytes'

/** A small file that would take all memory, or all time, if it were read without limits. */
export interface HostileFile {
  readonly name: string
  /** Makes the file when it is needed. */
  readonly bytes: () => Uint8Array
  /** A part of the sentence that refuses it. */
  readonly sentence: string
}

/** More than the bytes that a small file may unpack to. */
const SPACES = 320 << 20

const spaces = (): Uint8Array => new Uint8Array(SPACES).fill(0x20)

let packedSpaces: string | undefined

/** Three files hold the same, which takes a while to pack. */
function base64Spaces(): string {
  packedSpaces ??= deflateSync(spaces(), { level: 1 }).toString('base64')
  return packedSpaces
}

const NPY = npyBytes(
  `{'descr': '<f4', 'fortran_order': False, 'shape': (100, 5000), }\n`,
  new Uint8Array(2e6),
)

const TOO_MUCH = 'more than the 302 MB that are read from such a file'

/** Hostile files of the kinds that can hold more than they show. */
export const hostileFiles: readonly HostileFile[] = [
  {
    name: 'bomb.json.gz',
    bytes: () => gzipSync(spaces(), { level: 1 }),
    sentence: TOO_MUCH,
  },
  {
    name: 'bomb.svg',
    bytes: () =>
      bytesOf(
        `<svg xmlns="http://www.w3.org/2000/svg"><tensor xmlns="urn:simlens:1">${base64Spaces()}</tensor></svg>`,
      ),
    sentence: TOO_MUCH,
  },
  {
    name: 'bomb.html',
    bytes: () =>
      bytesOf(
        `<!doctype html><meta name="generator" content="SimLens 1"><script type="application/json" id="simlens">"${base64Spaces()}"</script></html>`,
      ),
    sentence: TOO_MUCH,
  },
  {
    name: 'bomb.png',
    bytes: () =>
      bytesOf(
        PNG_SIGNATURE,
        pngChunk('IHDR', new Uint8Array(13)),
        pngChunk('iTXt', bytesOf('simlens\0\0\0\0\0', base64Spaces())),
        pngChunk('IEND', new Uint8Array()),
      ),
    sentence: TOO_MUCH,
  },
  {
    name: 'bomb.npz',
    bytes: () =>
      archiveBytes([
        { name: 'a.npy', data: bytesOf(deflateRawSync(spaces())), method: 8, size: SPACES },
      ]),
    sentence: TOO_MUCH,
  },
  {
    name: 'numbers.json.gz',
    bytes: () => gzipSync(`[${`[${'0,'.repeat(99_999)}0],`.repeat(1000)}[0]]`, { level: 1 }),
    sentence: TOO_MUCH,
  },
  {
    name: 'inseq.json',
    bytes: () => {
      const packed = gzipSync(new Uint8Array(40 << 20)).toString('base64')
      const array = `{"__ndarray__":"b64.gz:${packed}","dtype":"float32","shape":[1024,10240]}`
      const sequence = `{"source":[],"target":[],"source_attributions":${array}}`
      return bytesOf(`{"sequence_attributions":[${Array(30).fill(sequence).join()}]}`)
    },
    sentence: TOO_MUCH,
  },
  {
    name: 'lying.npz',
    bytes: () => archiveBytes([{ name: 'a.npy', data: NPY, count: 3000, size: 0 }]),
    sentence: 'share the same bytes',
  },
  {
    name: 'shared.safetensors',
    bytes: () => {
      const entry = { dtype: 'F32', shape: [100, 5000], data_offsets: [0, 2e6] }
      const header = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`a${i}`, entry]))
      return bytesOf(safetensorsBytes(JSON.stringify(header)), new Uint8Array(2e6))
    },
    sentence: 'share the same bytes',
  },
]

/** A table of very many rows: a transposed export. */
export function tallTable(rowCount: number, columnCount: number): Uint8Array {
  const columns = Array.from({ length: columnCount }, (_, column) => column)
  const header = columns.map((column) => `c${column}`).join()
  const lines = Array.from({ length: rowCount }, (_, row) =>
    columns.map((column) => `.${(row * column) % 97}`).join(),
  )
  return bytesOf([header, ...lines].join('\n'))
}

/** An object of so many keys that no view has. */
export function unknownKeys(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]))
}
