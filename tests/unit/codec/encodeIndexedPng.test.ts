import * as fc from 'fast-check'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { encodeIndexedPng, type IndexedPicture } from '../../../src/codec/encodeIndexedPng'

/** Red, half transparent green, invisible blue. */
const palette = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255)
const alpha = Uint8Array.of(255, 128, 0)

describe('encodeIndexedPng', () => {
  it('writes a single pixel', () => {
    const decoded = decode({ width: 1, height: 1, pixels: Uint8Array.of(1), palette, alpha })
    expect([decoded.width, decoded.height]).toEqual([1, 1])
    expect([...decoded.data]).toEqual([0, 255, 0, 128])
  })

  it('puts the top row first', () => {
    const decoded = decode({ width: 1, height: 2, pixels: Uint8Array.of(0, 2), palette, alpha })
    expect([...decoded.data]).toEqual([255, 0, 0, 255, 0, 0, 255, 0])
  })

  it('leaves the transparency out where everything is opaque', () => {
    const picture = { width: 1, height: 1, pixels: Uint8Array.of(0), palette }
    const opaque = encodeIndexedPng({ ...picture, alpha: Uint8Array.of(255, 255, 255) })
    expect(chunkTypes(opaque)).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
    expect(chunkTypes(encodeIndexedPng({ ...picture, alpha }))).toContain('tRNS')
  })

  it('keeps every pixel, repeated rows or not', () => {
    const row = fc.uint8Array({ minLength: 5, maxLength: 5, max: 2 })
    const rows = fc.array(fc.tuple(row, fc.integer({ min: 1, max: 4 })), { minLength: 1 })
    fc.assert(
      fc.property(rows, (repeated) => {
        const pixels = Uint8Array.from(
          repeated
            .flatMap(([cells, times]) => Array.from({ length: times }, () => [...cells]))
            .flat(),
        )
        const decoded = decode({ width: 5, height: pixels.length / 5, pixels, palette, alpha })
        expect([...decoded.data]).toEqual([...pixels].flatMap((k) => rgbaOf(k)))
      }),
    )
  })

  it('makes repeated rows cost next to nothing', () => {
    const width = 1000
    const row = Uint8Array.from({ length: width }, (_, x) => (x * x * 7919) % 251)
    const colors = { palette: new Uint8Array(768), alpha: new Uint8Array(0) }
    const pixels = new Uint8Array(width * 500)
    for (let y = 0; y < 500; y++) pixels.set(row, y * width)
    const one = encodeIndexedPng({ width, height: 1, pixels: row, ...colors })
    const many = encodeIndexedPng({ width, height: 500, pixels, ...colors })
    expect(many.length).toBeLessThan(one.length + 2000)
  })

  it('gives equal bytes for equal pictures', () => {
    const picture = { width: 2, height: 1, pixels: Uint8Array.of(0, 1), palette, alpha }
    expect(encodeIndexedPng(picture)).toEqual(encodeIndexedPng(picture))
  })

  it.each([
    ['no pixels', { width: 0, height: 1, pixels: new Uint8Array(0) }, '0 × 1'],
    ['too few pixels', { width: 2, height: 2, pixels: new Uint8Array(3) }, '3 pixels'],
    ['no colors', { palette: new Uint8Array(0) }, '0 bytes'],
    ['more than 256 colors', { palette: new Uint8Array(771) }, '771 bytes'],
    ['more opacities than colors', { alpha: new Uint8Array(4) }, '4 opacities'],
  ])('refuses %s', (_, wrong: Partial<IndexedPicture>, message) => {
    const right = { width: 1, height: 1, pixels: Uint8Array.of(0), palette, alpha }
    expect(() => encodeIndexedPng({ ...right, ...wrong })).toThrow(message)
  })
})

function rgbaOf(index: number): (number | undefined)[] {
  return [palette[3 * index], palette[3 * index + 1], palette[3 * index + 2], alpha[index]]
}

function decode(picture: IndexedPicture): PNG {
  return PNG.sync.read(Buffer.from(encodeIndexedPng(picture)))
}

function chunkTypes(png: Uint8Array): string[] {
  const view = new DataView(png.buffer)
  const types: string[] = []
  for (let offset = 8; offset < png.length; offset += 12 + view.getUint32(offset)) {
    types.push(String.fromCharCode(...png.subarray(offset + 4, offset + 8)))
  }
  return types
}
