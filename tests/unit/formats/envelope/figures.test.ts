import * as fc from 'fast-check'
import { PNG } from 'pngjs'
import { SaxesParser } from 'saxes'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { withSvgTensor } from '../../../../src/export/svgFile'
import { type NamedTensor } from '../../../../src/formats/foreign/Format'
import { readTensor } from '../../../../src/formats/readTensor'
import { sourceOfBlob } from '../../../../src/formats/source/ByteSource'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { anyTensor } from '../anyTensor'
import { problemOf } from '../problemOf'
import { readOne } from '../readText'
import { figureFile, kinds, packedOf, picture } from './carriers'

async function opened(blob: Blob, name = 'figure'): Promise<NamedTensor> {
  const { tensors } = await readTensor(sourceOfBlob(blob, name))
  const [only] = tensors
  if (only === undefined || tensors.length > 1) throw new Error(`${tensors.length} tensors`)
  return only
}

function problem(blob: Blob): Promise<{ tag: string; message: string; advice: string }> {
  return problemOf(() => opened(blob))
}

/** Where no query has unknown keys, an empty entry for each and none at all say the same. */
function plain(tensor: Tensor): Tensor {
  const { queryExtra } = tensor
  return { ...tensor, queryExtra: queryExtra.some(({ length }) => length > 0) ? queryExtra : [] }
}

const tensor = await readOne({ title: 'one', values: [[0.5, null]] })
const packed = await packedOf(tensor, { axis: 'position' })

describe.each(kinds)('a figure saved as %s', (kind) => {
  it('gives back any tensor bit for bit, and its view', async () => {
    const view = fc.dictionary(fc.string(), fc.jsonValue())
    await fc.assert(
      fc.asyncProperty(anyTensor, view, async (given, settings) => {
        const found = await opened(figureFile(kind, await packedOf(given, settings)))
        expect(plain(found.tensor)).toStrictEqual(plain(given))
        expect(found.carriedView).toStrictEqual(JSON.parse(JSON.stringify(settings)))
      }),
      { numRuns: 60 },
    )
  })

  it('is opened under its name, whatever that is', async () => {
    expect((await opened(figureFile(kind, packed), `run 3.${kind}`)).name).toBe('run 3')
    expect((await opened(figureFile(kind, packed), 'blob')).name).toBe('blob')
  })

  it('says that it carries no tensor', async () => {
    const { tag, message, advice } = await problem(figureFile(kind, ''))
    expect(tag).toBe('unsupported')
    expect(message).toMatch(/^“figure” is an? .* without a tensor in it\.$/)
    expect(advice).toContain('taken the data out')
  })

  it('says that it is cut off', async () => {
    const whole = figureFile(kind, '')
    expect((await problem(whole.slice(0, whole.size - 9))).message).toContain('is cut off')
  })

  it('says that its tensor is damaged: cut short, changed, or no base64', async () => {
    const wrong = [
      packed.slice(0, packed.length / 2),
      `${packed.slice(0, 40)}AAAA${packed.slice(44)}`,
    ]
    const files = [...wrong, 'AAA'].map((text) => figureFile(kind, text))
    const messages = await Promise.all(files.map(async (file) => (await problem(file)).message))
    expect(messages).toStrictEqual(
      files.map(() => 'The tensor in “figure” is damaged: it is not what its checksum says.'),
    )
  })

  it('says that a later version wrote it', async () => {
    const later = deflateSync('{"simlens":2,"tensors":[]}').toString('base64')
    expect((await problem(figureFile(kind, later))).message).toContain('later version of SimLens')
  })
})

describe('a PNG', () => {
  it('is one for other readers', async () => {
    const { width, height } = PNG.sync.read(
      Buffer.from(await figureFile('png', packed).arrayBuffer()),
    )
    expect([width, height]).toStrictEqual([1, 1])
  })

  it('loses its tensor where another program saves it again', async () => {
    const bytes = Buffer.from(await figureFile('png', packed).arrayBuffer())
    const again = PNG.sync.write(PNG.sync.read(bytes))
    const { message } = await problem(new Blob([Uint8Array.from(again)]))
    expect(message).toContain('is a PNG picture without a tensor in it')
  })

  it('that is no figure of ours says so', async () => {
    expect((await problem(new Blob([picture()]))).message).toContain('without a tensor')
  })
})

describe('an SVG', () => {
  it('has no text that is too long for libxml2, however large the tensor is', () => {
    const pieces = withSvgTensor('<svg></svg>', 'A'.repeat(20_000_000))
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(10_000_000)
  })

  it('is XML for other readers, which find the tensor in its metadata', async () => {
    const parser = new SaxesParser({ xmlns: true })
    let name = ''
    let found = ''
    parser.on('opentag', (tag) => {
      name = `${tag.uri} ${tag.local}`
    })
    parser.on('text', (text) => {
      if (name === 'urn:simlens:1 tensor') found += text.trim()
    })
    parser.write(await figureFile('svg', packed).text()).close()
    expect(found).toBe(packed)
  })

  it('keeps its tensor where another program gives its element a prefix', async () => {
    const text = `<?xml version="1.0"?>\n<!-- x --><s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:t="urn:simlens:1"><s:metadata><t:tensor\n>${packed.replace(/.{40}/g, '$&\n')}</t:tensor></s:metadata></s:svg>`
    expect((await opened(new Blob([text]))).tensor).toStrictEqual(tensor)
  })
})
