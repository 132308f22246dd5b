import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../../src/formats/source/placeOf'
import { chopped } from '../chopped'

describe('placeOf', () => {
  it('is the first line and column of an empty file', async () => {
    expect(await placeOf(chopped('', 1), 0)).toStrictEqual({
      byte: 0,
      line: 1,
      column: 1,
      excerpt: '',
    })
  })

  it('counts characters, not bytes, and no byte order mark', async () => {
    const text = '\ufeffé🌀x'
    expect(await placeOf(chopped(text, 2), 3)).toMatchObject({ line: 1, column: 1 })
    expect(await placeOf(chopped(text, 2), 9)).toMatchObject({
      line: 1,
      column: 3,
      excerpt: '\ufeffé🌀x'.trim(),
    })
  })

  it('knows both kinds of line ends', async () => {
    expect(await placeOf(chopped('a\r\nb\nccc', 3), 7)).toMatchObject({
      line: 3,
      column: 3,
      excerpt: 'ccc',
    })
  })

  it('shows about forty characters on either side', async () => {
    const { excerpt = '' } = await placeOf(
      chopped(`${'é'.repeat(500)}X${'🌀'.repeat(500)}`, 7),
      1000,
    )
    expect(excerpt).toMatch(/^…é+X🌀+…$/u)
    expect(Array.from(excerpt).length).toBeLessThanOrEqual(82)
  })

  it('is what splitting the text into lines says, wherever the chunks end', async () => {
    const unit = fc.constantFrom('a', 'é', '🌀', '\n', '\r\n', ' ')
    await fc.assert(
      fc.asyncProperty(
        fc.array(unit),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        async (units, n, size) => {
          const before = units.slice(0, n % (units.length + 1)).join('')
          const lines = before.split('\n')
          const place = await placeOf(
            chopped(units.join(''), size),
            new TextEncoder().encode(before).length,
          )
          expect(place).toMatchObject({
            line: lines.length,
            column: Array.from(lines.at(-1) ?? '').length + 1,
          })
        },
      ),
    )
  })
})
