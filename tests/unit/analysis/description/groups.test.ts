import { expect, it } from 'vitest'
import { ragged } from '../ragged'
import { told } from './described'

/** Says what there is about groups of some tokens, the first ones special. */
function groupsOf(count: number, specialCount: number): string {
  const texts = Array.from({ length: count }, (_, k) => (k < specialCount ? '<s>' : `w${k}`))
  const rows = [0, 1, 2].map((layer) => texts.map((_, k) => Math.sin(k * (layer + 2)) / 10))
  return told({ ...ragged([rows], { texts }), special: ['<s>'] })
}

it('why a group is not tested is true of its size', () => {
  expect(groupsOf(30, 1)).toContain('one alone is not tested')
  expect(groupsOf(30, 29)).toContain('a single other is not tested')
  expect(groupsOf(30, 29)).not.toContain('groups of this size exist')
  expect(groupsOf(6, 3)).toContain('not distinguishable from chance')
  expect(groupsOf(5, 2)).toContain('only 10 groups of this size exist, too few for a test')
})
