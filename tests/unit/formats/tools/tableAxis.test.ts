import { describe, expect, it } from 'vitest'
import { typedColumn } from '../../../../src/formats/tools/blocks/columnKind'
import { placedOn } from '../../../../src/formats/tools/blocks/tableAxis'

function placed(rows: readonly (number | string)[], columns: readonly (number | string)[]) {
  return placedOn(
    [rows, columns].map((cells, i) => [typedColumn({ name: 'yx'.charAt(i), cells })]),
    [],
  )
}

const numbers = Array.from({ length: 200 }, (_, i) => i)

describe('placedOn', () => {
  it.each([
    ['numbers', numbers],
    ['texts', numbers.map((i) => `t${i}`)],
  ])('makes no axes for %s on a diagonal', (_, places) => {
    expect(placed(places, places)).toBeUndefined()
  })

  it('makes no axes if few places become many, since rows with the same place are counted', () => {
    const same = numbers.map((i) => Math.min(i, 100))
    expect(
      placed(
        same,
        same.map(() => 0),
      ),
    ).toBeUndefined()
  })

  it('places the rows of a triangle', () => {
    const pairs = numbers
      .slice(0, 20)
      .flatMap((row) => numbers.slice(0, row + 1).map((x) => [row, x] as const))
    const all = placed(
      pairs.map(([row]) => row),
      pairs.map(([, x]) => x),
    )
    expect(all?.cellCount).toBe(400)
    expect([...(all?.cells ?? [])]).toEqual(pairs.map(([row, x]) => row * 20 + x))
  })
})
