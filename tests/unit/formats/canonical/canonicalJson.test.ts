import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../src/formats/canonical/canonicalJson'
import { readTensor } from '../../../../src/formats/readTensor'
import { sourceOfBlob } from '../../../../src/formats/source/ByteSource'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { type ViewSettings } from '../../../../src/tensor/View'
import { anyTensor } from '../anyTensor'
import { readOne, readText } from '../readText'
import { cellValues } from '../../../../src/tensor/CellValues'

async function reread(pieces: string[]): Promise<Tensor | undefined> {
  const { tensors } = await readTensor(sourceOfBlob(new Blob(pieces), 'a.json'))
  return tensors[0]?.tensor
}

describe('canonicalJson', () => {
  it('of one cell is a line for each key and each row', async () => {
    expect(canonicalJson(await readOne([[0.5]])).join('')).toBe(
      [
        '{',
        '  "schema": "simlens/1",',
        '  "metric": "cosine similarity",',
        '  "first_index": 0,',
        '  "align": "start",',
        '  "values": [',
        '    [',
        '      [0.5]',
        '    ]',
        '  ]',
        '}',
        '',
      ].join('\n'),
    )
  })

  it('writes missing as null, ±Infinity as ±1e999 and −0 as -0, which any JSON reader reads', async () => {
    const { tensors } = await readText('[[NaN, Infinity, -Infinity, -0, 1e-7]]')
    const tensor = tensors[0]?.tensor
    if (tensor === undefined) throw new Error('no tensor')
    const json = canonicalJson(tensor).join('')
    expect(json).toContain('[null, 1e999, -1e999, -0, 1e-7]')
    expect(JSON.parse(json)).toHaveProperty('values', [[[null, Infinity, -Infinity, -0, 1e-7]]])
  })

  it('writes float32 values with the digits of their own width', async () => {
    const tensor = {
      ...(await readOne([[0, 0]])),
      values: cellValues(Float32Array.of(0.1, -2.5e-8)),
    }
    expect(canonicalJson(tensor).join('')).toContain('[0.1, -2.5e-8]')
  })

  it('writes only the names of axes that are not the defaults, and keeps unknown ones', async () => {
    const axes = { query: 'Meta token', row: ' Head ', slice: 'Run' }
    const tensor = await readOne({ axes, values: [[1]] })
    expect(tensor.axes).toStrictEqual({ query: 'Meta token', row: 'Head', column: 'Token' })
    const json = canonicalJson(tensor).join('')
    expect(json).toContain('  "axes": { "row": "Head", "slice": "Run" },\n')
    const again = await reread([json])
    expect([again?.axes, again?.extra]).toStrictEqual([tensor.axes, tensor.extra])
  })

  it.each([
    [{ row: 3 }, 'axes.row is a number (3)'],
    [{ row: '' }, 'axes.row is text ("")'],
    [{ row: ' ' }, 'axes.row is text (" ")'],
    [{ column: 'a\nb' }, 'axes.column is text ("a\\nb")'],
    [{ column: 'a\u0000b' }, 'axes.column is text ("a\\u0000b")'],
    [{ query: 'a\u202eb' }, 'axes.query is text ("a\u202eb")'],
    [{ query: 'a'.repeat(61) }, `axes.query is text ("${'a'.repeat(40)}…")`],
  ])('refuses %j as names of axes', async (axes, found) => {
    await expect(readOne({ axes, values: [[1]] })).rejects.toThrow(
      `${found} where a name of 1 to 60 characters on one line was expected.`,
    )
  })

  it('refuses a list as names of axes', async () => {
    await expect(readOne({ axes: ['Head'], values: [[1]] })).rejects.toThrow(
      'axes is an array where an object with query, row or column was expected.',
    )
  })

  it('takes a title and a view instead of the own ones', async () => {
    const tensor = await readOne({ title: 'old', view: { query: 0 }, values: [[1]] })
    const view: ViewSettings = { axis: 'distance', domain: [-0.5, 0.5] }
    const again = await reread(canonicalJson(tensor, { title: 'new', view }))
    expect(again).toMatchObject({ title: 'new', view })
  })

  it('keeps no piece longer than a row', async () => {
    const row = Array.from({ length: 500 }, (_, i) => i / 500)
    const pieces = canonicalJson(await readOne([row, row, row]))
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(500 * 8)
  })

  it('reads back as the same tensor, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyTensor, async (tensor) => {
        const again = await reread(canonicalJson(tensor))
        const { queryExtra } = tensor
        // Where no query has unknown keys, an empty entry for each and none at all say the same.
        const expected = queryExtra.some((entries) => entries.length > 0) ? queryExtra : []
        const found = again?.queryExtra.some((entries) => entries.length > 0)
          ? again.queryExtra
          : []
        expect({ ...again, queryExtra: found }).toStrictEqual({ ...tensor, queryExtra: expected })
      }),
      { numRuns: 300 },
    )
  })
})
