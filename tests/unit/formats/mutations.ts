import * as fc from 'fast-check'
import { expect } from 'vitest'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfBytes, type Chunk } from '../../../src/formats/source/ByteSource'
import { isTensorError } from '../../../src/tensor/TensorError'
import { bytesOf, u32 } from './fileBytes'

/**
 * Files that are changed in their structure. `npm run fuzz` changes others, for the minutes in FUZZ_MINUTES for each kind,
 * by default one.
 */
const minutes = Number(process.env['FUZZ_MINUTES'] ?? 1)
const runs =
  process.env['npm_lifecycle_event'] === 'fuzz'
    ? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: 60_000 * minutes }
    : { numRuns: 1200, seed: 21 }

/** More than any of the files has. */
const MOST_CELLS = 1e5

/** Numbers at the edges of what fields of files hold. */
export const edge = fc.constantFrom(
  0,
  1,
  2,
  8,
  99,
  255,
  65_535,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32 - 2,
  2 ** 32 - 1,
)

/** A change of the bytes at one place, which is a share of the length. */
export const change = fc.tuple(
  fc.constantFrom('set', 'drop', 'repeat'),
  fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  fc.nat(12),
  edge,
)

/** Returns the bytes with a change. */
export function changed(
  bytes: Chunk,
  [kind, share, length, value]: readonly [string, number, number, number],
): Chunk {
  const at = Math.floor(bytes.length * share)
  const end = Math.min(bytes.length, at + length)
  if (kind === 'drop') return bytesOf(bytes.subarray(0, at), bytes.subarray(end))
  if (kind === 'repeat') return bytesOf(bytes.subarray(0, end), bytes.subarray(at))
  return bytesOf(bytes.subarray(0, at), u32(value).slice(0, 1 + (length % 4)), bytes.subarray(end))
}

/** Reads a file to tensors or a problem; everything else fails. */
async function read(bytes: Chunk, name: string): Promise<void> {
  try {
    const { tensors } = await readTensor(sourceOfBytes(bytes, name), { maxCellCount: MOST_CELLS })
    const cellCounts = tensors.map(({ tensor }) => tensor.values.length)
    expect(Math.max(0, ...cellCounts)).toBeLessThanOrEqual(MOST_CELLS)
  } catch (error) {
    if (!isTensorError(error) || error.tag === 'internal') throw error
    expect(error.message.length).toBeLessThan(1000)
  }
}

/** Reads so many files as `runs` says. */
export async function readAll(files: fc.Arbitrary<Chunk>, name: string): Promise<void> {
  await fc.assert(
    fc.asyncProperty(files, (bytes) => read(bytes, name)),
    runs,
  )
}

/** Files with up to four such changes. */
export function changedOften(bytes: Chunk): fc.Arbitrary<Chunk> {
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce((next, each) => changed(next, each), bytes))
}
