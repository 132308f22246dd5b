import { expect, it } from 'vitest'
import { specialNote } from '../../../src/figure/specialNote'
import { matrixOf } from '../../../src/tensor/Matrix'
import { type View } from '../../../src/tensor/View'
import { tensorOfRows } from '../tensor/anyTensor'

function noteOf(texts: readonly string[], special: View['special']): string | undefined {
  const tensor = tensorOfRows([texts.map(() => 0)])
  const listed = { ...tensor, tokens: { kind: 'shared' as const, texts } }
  return specialNote(matrixOf(listed, 0, 'distance', 'query'), special)
}

it('says nothing where special tokens are marked, or there are none', () => {
  expect(noteOf(['<s>', 'a'], 'mark')).toBeUndefined()
  expect(noteOf(['a', 'b'], 'exclude')).toBeUndefined()
  expect(noteOf([], 'dim')).toBeUndefined()
})

it('says that they are dimmed, and that they do not count', () => {
  expect(noteOf(['<s>', 'a'], 'dim')).toBe('Special tokens are dimmed.')
  expect(noteOf(['<s>', 'a'], 'exclude')).toMatch(/left out of the domain and the statistics\.$/)
})

it('says that none is left out where all are special', () => {
  expect(noteOf(['<s>', '</s>'], 'exclude')).toBe('Special tokens are dimmed.')
})
