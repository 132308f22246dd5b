import { describe, expect, it } from 'vitest'
import { mayShareCells, oldLinkNotices } from '../../../../src/app/open/oldLinks'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { tensorOfRows } from '../../tensor/anyTensor'

function tensorOf(layerCount: number, tokenCount: number): Tensor {
  return tensorOfRows(
    Array.from({ length: layerCount }, () => Array.from({ length: tokenCount }, () => 0)),
  )
}

const long = tensorOf(2, 4000)
const typical = { detail: 'typical' } as const

describe('a link without a word on shared pixels', () => {
  it('is noticed where cells share pixels', () => {
    expect(oldLinkNotices(long, { axis: 'position' }, typical)).toEqual([
      expect.stringContaining('older links meant the most extreme cell'),
    ])
    expect(oldLinkNotices(tensorOf(4000, 2), { x: [0, 1] }, typical)).toHaveLength(1)
  })

  it.each<[string, Parameters<typeof oldLinkNotices>]>([
    ['of few cells', [tensorOf(12, 15), { axis: 'position' }, typical]],
    ['that describes no view', [long, {}, typical]],
    ['that is none', [long, undefined, typical]],
    ['that names its detail', [long, { axis: 'position', ...typical }, typical]],
    ['to a file that shows another', [long, { axis: 'position' }, { detail: 'extreme' }]],
  ])('is not where it is one %s', (_, input) => {
    expect(oldLinkNotices(...input)).toEqual([])
  })
})

it('cells may share pixels where there are many rows or columns', () => {
  expect([tensorOf(12, 15), long, tensorOf(4000, 2)].map(mayShareCells)).toEqual([
    false,
    true,
    true,
  ])
})
