import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layerCountOf, tokenCountOf, valueAt, type Tensor } from '../../../../src/tensor/Tensor'
import { anySpec, tensorOf } from '../../tensor/anyTensor'
import { ragged } from '../ragged'
import { findIn, only } from './findTensor'

interface Cell {
  readonly layerIndex: number
  readonly tokenIndex: number
  readonly value: number
}

/** The first query's stored cells, in [layer][token] order. */
function cellsOf(tensor: Tensor): readonly Cell[] {
  const layers = Array.from({ length: layerCountOf(tensor, 0) }, (_, layerIndex) => layerIndex)
  const tokens = Array.from({ length: tokenCountOf(tensor, 0) }, (_, tokenIndex) => tokenIndex)
  return layers.flatMap((layerIndex) =>
    tokens.flatMap((tokenIndex) => {
      const value = valueAt(tensor, 0, layerIndex, tokenIndex)
      return value === undefined ? [] : [{ layerIndex, tokenIndex, value }]
    }),
  )
}

const finite = ({ value }: Cell): boolean => Number.isFinite(value)

describe('the findings', () => {
  it.each<[string, Tensor]>([
    ['no layers', ragged([[]])],
    ['no tokens', ragged([[[], []]])],
    ['nothing but missing', ragged([[[NaN, NaN]]])],
    ['nothing but infinite', ragged([[[Infinity, -Infinity]]])],
    [
      'equal values',
      ragged([
        [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
      ]),
    ],
    ['one cell', ragged([[[0.5]]])],
  ])('name no cell where there is none above another: %s', (_, tensor) => {
    for (const { areas } of findIn(tensor)) expect(areas).toEqual([])
  })

  it('say how many cells they leave out', () => {
    const tensor = ragged([
      [
        [1, NaN, Infinity],
        [2, -Infinity],
      ],
    ])
    expect(only(findIn(tensor, { paddingCount: 1 }), 'absent')).toMatchObject({
      paddingCount: 1,
      missingCount: 1,
      aboveCount: 1,
      belowCount: 1,
      cellCount: 5,
    })
    expect(only(findIn(ragged([[[1, 2]]])), 'absent')).toBeUndefined()
  })

  it('have the highest and the lowest cells of any tensor, those that equal the last included', () => {
    fc.assert(
      fc.property(anySpec, fc.integer({ min: 1, max: 4 }), (spec, count) => {
        const tensor = tensorOf(spec)
        const cells = cellsOf(tensor).filter(finite)
        const findings = findIn(tensor, {}, { count })
        for (const [kind, sign] of [
          ['highest', 1],
          ['lowest', -1],
        ] as const) {
          const sorted = cells.toSorted((a, b) => sign * (b.value - a.value))
          const last = sorted[Math.min(count, sorted.length) - 1]?.value ?? NaN
          const reaching = sorted.filter(({ value }) => sign * value >= sign * last)
          const isFlat = sorted[0]?.value === sorted.at(-1)?.value
          const finding = only(findings, kind)
          const named = reaching.slice(0, count + 5)
          const tiedCount = reaching.length - named.length
          expect(finding).toEqual(
            isFlat ? undefined : { kind, areas: named, cells: named, tiedCount },
          )
        }
      }),
    )
  })

  it('have the neutral tokens of any tensor, the one nearest to 0 first', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const tensor = tensorOf(spec)
        const findings = findIn(tensor, { domain: { low: -1, high: 1 } }, { band: 0.5 })
        const neutral = only(findings, 'neutral')
        if (neutral?.kind !== 'neutral') return
        const byToken = new Map<number, Cell[]>()
        for (const cell of cellsOf(tensor)) {
          if (Number.isNaN(cell.value)) continue
          byToken.set(cell.tokenIndex, [...(byToken.get(cell.tokenIndex) ?? []), cell])
        }
        const farOf = (cells: readonly Cell[]): number =>
          Math.max(...cells.map(({ value }) => Math.abs(value)))
        const expected = [...byToken].filter(([, cells]) => farOf(cells) <= 0.5)
        expect(neutral.totalCount).toBe(byToken.size)
        expect(neutral.tokens.map(({ tokenIndex }) => tokenIndex)).toEqual(
          expected
            .toSorted(([a, x], [b, y]) => farOf(x) - farOf(y) || a - b)
            .map(([tokenIndex]) => tokenIndex),
        )
      }),
    )
  })
})
