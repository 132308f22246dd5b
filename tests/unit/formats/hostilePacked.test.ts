import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { columnTable } from '../../../src/formats/csv/columnTable'
import { CsvRows } from '../../../src/formats/csv/CsvRows'
import { tableFrame } from '../../../src/formats/csv/tableFrame'
import { arrangedValues } from '../../../src/formats/foreign/arrangedValues'
import { readTensor } from '../../../src/formats/readTensor'
import { Budget } from '../../../src/formats/source/Budget'
import { sourceOfBytes, sourceOfText } from '../../../src/formats/source/ByteSource'
import { type ReadOptions } from '../../../src/formats/source/ReadOptions'
import { pngChunk, PNG_SIGNATURE } from '../../../src/codec/pngChunk'
import { ByteWindow } from '../../../src/formats/json/ByteWindow'
import { PartCount } from '../../../src/formats/json/PartCount'
import { bytesOf } from './fileBytes'
import { problemOf } from './problemOf'

/** Files that unpack to very many bytes. Each is made of zeros or spaces when it is needed. */

/** More than the bytes that a small file may unpack to in a browser that holds `MOST_CELLS`: about 42 MB. */
const MANY = 64 << 20
const MOST_CELLS = 1e6

async function sentenceOf(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<string> {
  const source = sourceOfBytes(new Uint8Array(bytes), name)
  const { tag, message } = await problemOf(() => readTensor(source, options))
  return `${tag}: ${message}`
}

const spaces = new Uint8Array(MANY).fill(0x20)
const envelope = deflateSync(spaces)
const base64 = envelope.toString('base64')
const svg = `<svg xmlns="http://www.w3.org/2000/svg"><metadata><tensor xmlns="urn:simlens:1">${base64}</tensor></metadata></svg>`

describe('a file that unpacks to very many bytes', () => {
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
    [
      'a.pdf',
      bytesOf(
        `%PDF-1.7\n1 0 obj << /Filter /FlateDecode /Length ${envelope.length} >> stream\n`,
        envelope,
        '\nendstream endobj 2 0 obj << /Type /Filespec /F (simlens.json.zz) /EF << /F 1 0 R >> >> endobj\n%%EOF\n',
      ),
    ],
  ])('%s is refused with both sizes', async (name, bytes) => {
    expect(await sentenceOf(name, bytes, { maxCellCount: MOST_CELLS })).toMatch(
      /^too-large: The file has [\d.]+ (?:bytes|kB|MB), but it unpacks to [4-6]\d(?:\.\d)? MB or more: more than the 41.6 MB/,
    )
  })
})

describe('numbers that take many times the bytes of their text', () => {
  it('in JSON are counted while they are read', async () => {
    const text = bytesOf('[', `[${'0,'.repeat(4e5)}0],`.repeat(20), '[0]]')
    const budget = new Budget(1000, 1e5)
    expect(await sentenceOf('a.json.gz', gzipSync(text), { budget })).toMatch(
      /^too-large: The file has 1000 bytes, but it unpacks to 3\d(?:\.\d)? MB or more: more than the 34.4 MB/,
    )
  })

  it('in several arrays of inseq are added up', async () => {
    const packed = gzipSync(new Uint8Array(10 << 20)).toString('base64')
    const array = `{"__ndarray__":"b64.gz:${packed}","dtype":"float32","shape":[1024,2560]}`
    const sequence = `{"source":[],"target":[],"source_attributions":${array}}`
    const text = `{"sequence_attributions":[${`${sequence},`.repeat(40)}${sequence}]}`
    expect(await sentenceOf('a.json', bytesOf(text), { maxCellCount: 1e8 })).toMatch(
      /^too-large: The file has [\d.]+ kB, but its contents take \d+(?:\.\d)? MB or more/,
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

describe('a table', () => {
  it('has no row without an end', () => {
    const piece = 'x'.repeat(1 << 22)
    for (const start of ['', 'query,layer,token_index,token,distance,value\n,0,0,"\n']) {
      const rows = new CsvRows(',', true)
      rows.push(start)
      let count = 0
      expect(() => {
        for (; count < 100; count++) rows.push(start.endsWith('\n') ? `${piece}\n` : piece)
      }).toThrow('A row of the table has no end within 33554432 characters.')
      expect(count).toBeLessThan(10)
    }
  })

  it('takes no more memory than its texts may', async () => {
    const row = 'x,'.repeat(1e5)
    const table = columnTable(tableFrame([row.split(','), row.split(',')], false), false)
    const fields = row.split(',')
    let line = 1
    const problem = await problemOf(() => {
      for (; line < 1e5; line++) table.add(fields, line + 1)
    })
    expect(problem.message).toContain('so many texts, arrays and objects')
    expect(problem.place).toEqual({ line: line + 1 })
    expect(line).toBeLessThan(200)
  })

  it('of two cells that are very far apart, as if SimLens had exported it, has no cells between them', async () => {
    const text = 'query,layer,token_index,token,distance,value\na,0,399999999,x,,1\nb,0,0,y,,1\n'
    const { tensors } = await readTensor(sourceOfText(text, 'a.csv'))
    expect(tensors[0]?.tensor.values.length).toBeLessThan(100)
  })

  it('whose token indices are no whole numbers is read as any other', async () => {
    const text = 'query,layer,token_index,token,distance,value\na,0,0.5,x,,1\nb,0,0,y,,2\n'
    const { tensors } = await readTensor(sourceOfText(text, 'a.csv'))
    expect([...(tensors[0]?.tensor.values.blocks[0] ?? [])]).toContain(2)
  })

  it('with a first field of megabytes is read as any other', async () => {
    for (const corner of ['x', 'a\\,'].map((piece) => piece.repeat(2e7 / piece.length))) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other takes half of the memory
      const { tensors } = await readTensor(sourceOfText(`"${corner}",b\n1,2\n3,4\n`, 'a.csv'))
      expect([...(tensors[0]?.tensor.values.blocks[0] ?? [])]).toEqual([1, 2, 3, 4])
    }
  })
})

describe('ragged rows', () => {
  it('are not turned into a rectangle that no memory holds', () => {
    const rowLengths = new Uint32Array(1e5).fill(1)
    rowLengths[0] = 1e5
    const array = {
      name: '',
      values: new Float64Array(2e5),
      dimensions: [{ size: 1e5 }, { size: 1e5 }],
      rowLengths,
    }
    expect(() => arrangedValues(array, ['token', 'layer'])).toThrow('more than this browser')
    expect(arrangedValues(array, ['layer', 'token']).values.length).toBe(2e5 - 1)
  })
})
