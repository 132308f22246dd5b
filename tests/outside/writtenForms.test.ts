import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/formats/canonical/canonicalJson'
import { type NamedTensor } from '../../src/formats/foreign/Format'
import { readTensor } from '../../src/formats/readTensor'
import { sourceOfBytes, sourceOfText } from '../../src/formats/source/ByteSource'
import { layerCountOf, tokenText, valueAt, type Tensor } from '../../src/tensor/Tensor'
import { pythonWithPackages } from './pythonPackages'

/** What the script says that it wrote. */
interface Written {
  readonly values: readonly (readonly number[])[]
  readonly tokens: readonly string[]
  readonly layers: readonly string[]
  readonly written: readonly (readonly [file: string, kept: readonly string[]])[]
}

const SEED = 7

const folder = mkdtempSync(join(tmpdir(), 'simlens-forms-'))

afterAll(() => rmSync(folder, { recursive: true }))

function writtenBy(python: string, part: string): Written {
  const script = resolve('tests/outside/writeForms.py')
  const options = { encoding: 'utf8', maxBuffer: 1 << 26 } as const
  const { status, stdout, stderr } = spawnSync(
    python,
    [script, folder, String(SEED), part],
    options,
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Written
}

async function openedFrom(file: string): Promise<NamedTensor> {
  const bytes = new Uint8Array(readFileSync(join(folder, file)))
  const [first] = (await readTensor(sourceOfBytes(bytes, file))).tensors
  if (first === undefined) throw new Error(`nothing was opened from ${file}`)
  return first
}

function rowsOf(tensor: Tensor): number[][] {
  const tokenCount = tensor.tokenCounts[0] ?? 0
  return Array.from({ length: layerCountOf(tensor, 0) }, (_, layer) =>
    Array.from({ length: tokenCount }, (__, token) =>
      // Some libraries write 15 digits.
      Number((valueAt(tensor, 0, layer, token) ?? NaN).toFixed(12)),
    ),
  )
}

function textsOf(tensor: Tensor): string[] {
  return Array.from(
    { length: tensor.tokenCounts[0] ?? 0 },
    (_, token) => tokenText(tensor, 0, token) ?? '',
  )
}

const parts = [writtenBy(pythonWithPackages(), 'all'), writtenBy('/usr/bin/python3', 'torch')]

describe.each(parts)('a matrix that Python writes', ({ values, tokens, layers, written }) => {
  const decided = written.filter(([, kept]) => !kept.includes('either'))
  const open = written.filter(([, kept]) => kept.includes('either'))
  const withTokens = written.filter(([, kept]) => kept.includes('tokens'))
  const withLayers = written.filter(([, kept]) => kept.includes('layers'))

  it.each(decided)('as %s is the same matrix, the same way round (%j)', async (file) => {
    const { tensor, found } = await openedFrom(file)
    expect(rowsOf(tensor)).toEqual(
      values.map((row) => row.map((value) => Number(value.toFixed(12)))),
    )
    expect(found?.isCertain ?? true).toBe(true)
    const dimensions = found?.file.arrays.flatMap((array) => array.dimensions) ?? []
    const labels = dimensions.flatMap(({ labels: own = [] }) => own).map(Number)
    expect(labels.filter((label) => label % 1 !== 0 && !Number.isNaN(label))).toEqual([])
  })

  it.runIf(open.length > 0).each(open)('as %s asks, for nothing decides (%j)', async (file) => {
    expect((await openedFrom(file)).found).toMatchObject({ isCertain: false })
  })

  it.each(withTokens)('as %s has its tokens (%j)', async (file) => {
    const texts = textsOf((await openedFrom(file)).tensor)
    expect(texts.map((text) => text.trim())).toEqual(tokens.map((text) => text.trim()))
  })

  it.runIf(withLayers.length > 0).each(withLayers)('as %s has its layers (%j)', async (file) => {
    expect((await openedFrom(file)).tensor.layerLabels).toEqual(layers)
  })

  it.each(written)('as %s comes back from what is saved of it', async (file) => {
    const { tensor } = await openedFrom(file)
    const saved = canonicalJson(tensor).join('')
    const { tensors } = await readTensor(sourceOfText(saved, 'saved.json'))
    const [again] = tensors
    expect(again && rowsOf(again.tensor)).toEqual(rowsOf(tensor))
    expect(canonicalJson(again?.tensor ?? tensor).join('')).toBe(saved)
  })
})
