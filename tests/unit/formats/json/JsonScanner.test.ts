import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getEntry, plainOf } from '../../../../src/formats/json/JsonNode'
import { problemOf } from '../problemOf'
import { parsedByScanner, scanChunks, scanText } from './scanText'

const encoder = new TextEncoder()

describe('JsonScanner', () => {
  it('reads scalars and empty containers', () => {
    for (const text of ['0', '-0', '"a"', 'true', 'false', 'null', '[]', '{}', ' [ [ ] ] \r\n']) {
      expect(parsedByScanner(text)).toStrictEqual(JSON.parse(text))
    }
  })

  it('gives what JSON.parse gives, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat(), (text, a, b) => {
        const bytes = encoder.encode(text)
        const first = a % (bytes.length + 1)
        const second = first + (b % (bytes.length - first + 1))
        const { root, numbers } = scanChunks([
          bytes.subarray(0, first),
          bytes.subarray(first, second),
          bytes.subarray(second),
        ])
        expect(plainOf(root, numbers)).toStrictEqual(JSON.parse(text))
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same when every byte comes alone', () => {
    const text =
      '\ufeff{"é\\n\\u00e9🌀": [[-1.5e-3, 20, null], ["a]b\\"", 1], [1, [2]], [true]], "x" : -0}\r\n'
    const bytes = encoder.encode(text)
    const { root, numbers } = scanChunks(Array.from(bytes, (byte) => Uint8Array.of(byte)))
    expect(plainOf(root, numbers)).toStrictEqual(JSON.parse(text.slice(1)))
  })

  it('reads documents on lines of their own as one array, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer()), { minLength: 2 }), fc.nat(), (lines, cut) => {
        const bytes = encoder.encode(lines.map((line) => `${JSON.stringify(line)} \r\n`).join('\n'))
        const at = cut % (bytes.length + 1)
        const { root, numbers } = scanChunks([bytes.subarray(0, at), bytes.subarray(at)])
        expect(plainOf(root, numbers)).toStrictEqual(lines)
      }),
    )
  })

  it.each(['[1] [2]', '[1]\n2', '{}\n"a"', '[1]\n[2'])('refuses %j', async (text) => {
    expect(await problemOf(() => scanText(text))).toMatchObject({ tag: 'syntax' })
  })

  it('reads numbers bit for bit as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (values) => {
        const text = `[${values.map((value) => (Object.is(value, -0) ? '-0' : value)).join(' ,')}]`
        expect(parsedByScanner(text)).toStrictEqual(values)
      }),
    )
    expect(parsedByScanner('[1e400, -1e400, 4.9e-324, -0, 0.1e1]')).toStrictEqual([
      Infinity,
      -Infinity,
      5e-324,
      -0,
      1,
    ])
  })

  it('stores rows of numbers one after the other, missing ones as NaN', () => {
    const { root, numbers } = scanText('[[1, NaN, -Infinity], [null], [Infinity]]')
    expect(numbers).toStrictEqual(Float64Array.of(1, NaN, -Infinity, NaN, Infinity))
    expect(root).toStrictEqual({
      kind: 'array',
      items: [
        { kind: 'row', start: 0, length: 3 },
        { kind: 'row', start: 3, length: 1 },
        { kind: 'row', start: 4, length: 1 },
      ],
    })
  })

  it('leaves texts alone that look like the literals', () => {
    const text = '["NaN", "a NaN b", "Infinity", "-Infinity", [1, "NaN"]]'
    expect(parsedByScanner(text)).toStrictEqual(JSON.parse(text))
  })

  it.each(['[1NaN]', '[NaN1]', '[1Infinity]', '[Infinity1]', '[-NaN]', '[--Infinity]', '[NaNNaN]'])(
    'refuses %s, where a literal touches something',
    async (text) => {
      expect((await problemOf(() => scanText(text))).tag).toBe('syntax')
    },
  )

  it('keeps keys in order, integer-like and repeated ones too, and the last value wins', () => {
    const { root } = scanText('{"b": 1, "2": 2, "1": 3, "b": 4}')
    if (root === null || typeof root !== 'object' || root.kind !== 'object') throw new Error('kind')
    expect(root.entries.map(([key]) => key)).toStrictEqual(['b', '2', '1', 'b'])
    expect(getEntry(root, 'b')).toBe(4)
  })

  it('takes __proto__ for a key like any other', () => {
    const value = parsedByScanner('{"__proto__": {"polluted": true}}')
    expect(Object.keys(value ?? {})).toStrictEqual(['__proto__'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('grows its window for a row and a text longer than it', () => {
    const row = Array.from({ length: 30_000 }, (_, i) => i / 7)
    const text = JSON.stringify([row, 'é"\\'.repeat(60_000)])
    const bytes = encoder.encode(text)
    const chunks = Array.from({ length: Math.ceil(bytes.length / 997) }, (_, i) =>
      bytes.subarray(i * 997, (i + 1) * 997),
    )
    const { root, numbers } = scanChunks(chunks)
    expect(plainOf(root, numbers)).toStrictEqual(JSON.parse(text))
  })

  it('reads 512 levels and refuses 513, without recursion', async () => {
    expect(() => scanText('['.repeat(512) + ']'.repeat(512))).not.toThrow()
    const problem = await problemOf(() => scanText('['.repeat(100_000)))
    expect(problem.message).toContain('More than 512')
    expect(problem.place?.byte).toBe(512)
  })

  it.each([
    [[0x5b, 0x22, 0xff, 0x22, 0x5d], 2],
    [[0x22, 0x61, 0xc0, 0x80, 0x22], 2],
    [[0x22, 0xed, 0xa0, 0x80, 0x22], 1],
    [[0x22, 0xe2, 0x82, 0x22], 1],
    [[0x22, 0xf4, 0x90, 0x80, 0x80, 0x22], 1],
    [[0x22, 0xc3, 0xa9, 0xf0, 0x9f, 0x8c, 0x80, 0x80, 0x22], 7],
  ])('tells the byte at which a text stops being UTF-8 (%j)', async (bytes, at) => {
    const problem = await problemOf(() => scanChunks([Uint8Array.from(bytes)]))
    expect(problem.message).toContain('not UTF-8')
    expect(problem.place?.byte).toBe(at)
  })

  it.each([
    [0xff, 0xfe],
    [0xfe, 0xff],
  ])('says that a file is UTF-16', async (...mark) => {
    const problem = await problemOf(() => scanChunks([Uint8Array.from([...mark, 0x5b, 0])]))
    expect(problem.message).toContain('UTF-16')
  })
})
