import { describe, expect, it } from 'vitest'
import { byteOfPath } from '../../../../src/formats/json/scanJson'
import { chopped } from '../chopped'

describe('byteOfPath', () => {
  const text = '{"é": 1, "values": [[1, 2], [30, {"x": ["a", null]}], [4]], "values": [[5, 6.5]]}'
  const byteOf = (part: string) =>
    new TextEncoder().encode(text.slice(0, text.indexOf(part))).length

  it.each([
    [[], '{"é"'],
    [['values'], '[[1, 2]'],
    [['values', 0, 1], '2]'],
    [['values', 1], '[30'],
    [['values', 1, 1, 'x', 1], 'null'],
    [['values', 2, 0], '4]'],
    [['values', 2, 9], '[4]'],
  ])('of %j is where its value starts', async (path, part) => {
    expect(await byteOfPath(chopped(text, 5), path)).toBe(byteOf(part))
  })
})
