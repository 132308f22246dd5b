import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createJobClient, loadBlob } from '../../../src/worker/JobClient'
import { readOne } from '../formats/readText'
import { figureFile, kinds, packedOf } from '../formats/envelope/carriers'
import { answer, FakeWorker } from './FakeWorker'

interface NamedFile {
  readonly name: string
  readonly blob: Blob
}

function filesOf(folder: string): NamedFile[] {
  const url = new URL(`../../fixtures/${folder}/`, import.meta.url)
  return readdirSync(url)
    .filter((name) => !/\.(?:py|expected\.json)$/.test(name))
    .map((name) => ({ name, blob: new Blob([readFileSync(new URL(name, url))]) }))
}

const tensor = await readOne({ title: 'carried', values: [[0.25, 1]] })
const packed = await packedOf(tensor)

const files: readonly NamedFile[] = [
  ...['canonical', 'opens', 'arrays', 'foreign'].flatMap(filesOf),
  ...kinds.map((kind) => ({ name: `figure.${kind}`, blob: figureFile(kind, packed) })),
  { name: 'packed.json.gz', blob: new Blob([new Uint8Array(gzipSync('[[1, 2]]'))]) },
]

/** What is thrown is no `TensorError`, so that no file could be refused for it. */
function forbidden(): never {
  throw new Error('a blob in a worker')
}

async function outcomeOf({ name, blob }: NamedFile): Promise<unknown> {
  const client = createJobClient(() => new FakeWorker(answer))
  return loadBlob(client, blob, name).catch((error: unknown) => error)
}

const outcomes = new Map(
  await Promise.all(files.map(async (file) => [file, await outcomeOf(file)] as const)),
)

// In WebKit a worker of a page from disk can make blobs, but cannot read any.
describe('a worker that cannot read blobs', () => {
  beforeEach(() => {
    vi.stubGlobal('Blob', forbidden)
    for (const { blob } of files) vi.spyOn(blob, 'stream').mockImplementation(forbidden)
  })

  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  it.each(files)('answers for $name as any other does', async (file) => {
    expect(await outcomeOf(file)).toStrictEqual(outcomes.get(file))
  })

  it('packs a tensor for a figure', async () => {
    const client = createJobClient(() => new FakeWorker(answer))
    expect(await client.run('pack', { tensor, view: '{}' })).toBe(packed)
  })
})
