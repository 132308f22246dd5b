import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfBytes } from '../../../src/formats/source/ByteSource'
import { pngChunk, PNG_SIGNATURE } from '../../../src/codec/pngChunk'
import { ByteWindow } from '../../../src/formats/json/ByteWindow'
import { PartCount } from '../../../src/formats/json/PartCount'
import { bytesOf } from './fileBytes'
import { problemOf } from './problemOf'

/** Files that unpack to very many bytes. Each is made of zeros or spaces when it is needed. */

const GIGABYTE = 1 << 30

async function sentenceOf(name: string, bytes: Uint8Array): Promise<string> {
  const source = sourceOfBytes(new Uint8Array(bytes), name)
  const { tag, message } = await problemOf(() => readTensor(source))
  return `${tag}: ${message}`
}

const spaces = new Uint8Array(GIGABYTE).fill(0x20)
const envelope = deflateSync(spaces)
const base64 = envelope.toString('base64')
const svg = `<svg xmlns="http://www.w3.org/2000/svg"><metadata><tensor xmlns="urn:simlens:1">${base64}</tensor></metadata></svg>`

describe('a file that unpacks to a gigabyte', () => {
  it.each([
    ['a.json.gz', gzipSync(spaces)],
    ['a.svg', bytesOf(svg)],
    ['a.svg.gz', gzipSync(svg)],
    [
      'a.html',
      bytesOf(
        `<!doctype html><html><head><meta name="generator" content="SimLens 1"></head><script type="application/json" id="simlens">"${base64}"</script></html>`,
      ),
    ],
    [
      'a.png',
      bytesOf(
        PNG_SIGNATURE,
        pngChunk('IHDR', new Uint8Array(13)),
        pngChunk('iTXt', bytesOf('simlens\0\0\0\0\0', base64)),
        pngChunk('IEND', new Uint8Array()),
      ),
    ],
  ])('%s is refused with both sizes', async (name, bytes) => {
    expect(await sentenceOf(name, bytes)).toMatch(
      /^too-large: The file has [\d.]+ (?:bytes|kB|MB), but it unpacks to 302 MB or more/,
    )
  })
})

describe('a JSON file without an end', () => {
  it('takes no more memory than its longest row may', async () => {
    const window = new ByteWindow()
    const piece = new Uint8Array(1 << 22).fill(0x20)
    const problem = await problemOf(() => {
      for (let i = 0; i < 1000; i++) window.push(piece)
    })
    expect(problem.message).toContain('has no end within 268 MB')
    expect(window.bytes.length).toBeLessThan(6e8)
  })

  it('takes no more memory than its texts, arrays and objects may', async () => {
    const parts = new PartCount()
    let partCount = 0
    const problem = await problemOf(() => {
      for (; partCount < 1e9; partCount++) parts.add(10, partCount)
    })
    expect(problem.message).toContain('so many texts, arrays and objects')
    expect(partCount).toBe(12e6)
  })
})
