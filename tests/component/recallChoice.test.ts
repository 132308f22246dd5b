import { afterEach, expect, it, vi } from 'vitest'
import { recallChoice, rememberChoice } from '../../src/app/arrange/recallChoice'
import { type FoundArray, type FoundOrigin } from '../../src/formats/foreign/FoundFile'
import { tensorsOfFound } from '../../src/formats/foreign/tensorsOfFound'
import { foundOf } from '../unit/formats/foreign/foundOf'

afterEach(() => localStorage.clear())

function originOf(array: FoundArray): FoundOrigin {
  const found = tensorsOfFound({ arrays: [array], notices: [] }, 'x').tensors[0]?.found
  if (found === undefined) throw new Error('not a foreign tensor')
  return found
}

const first = originOf(foundOf([{ size: 5 }, { size: 3 }, { size: 4 }], { name: 'step_10' }))
const choice = { ...first.choice, arrangement: [4, 'token', 'layer'] as const }

it('recalls nothing at first', () => {
  expect(recallChoice(first)).toBeUndefined()
})

it('recalls a choice for a file of the same form, within its lengths', () => {
  rememberChoice({ file: first.file, choice })
  const next = originOf(foundOf([{ size: 2 }, { size: 9 }, { size: 9 }], { name: 'step_200' }))
  expect(recallChoice(next)?.arrangement).toEqual([1, 'token', 'layer'])
})

it.each([
  ['another rank', foundOf([{ size: 5 }, { size: 3 }], { name: 'step_10' })],
  ['another name', foundOf([{ size: 5 }, { size: 3 }, { size: 4 }], { name: 'cos' })],
  [
    'other dimensions',
    foundOf([{ size: 5, name: 'layer' }, { size: 3 }, { size: 4 }], { name: 'step_1' }),
  ],
])('recalls nothing for %s', (_, array) => {
  rememberChoice({ file: first.file, choice })
  expect(recallChoice(originOf(array))).toBeUndefined()
})

it.each([
  '',
  '{',
  'null',
  '7',
  '{"step_#|||": ["layer", "layer", 0]}',
  '{"step_#|||": [0.5, -1, "x"]}',
])('takes %j for nothing', (text) => {
  localStorage.setItem('simlens:axes', text)
  expect(recallChoice(first)).toBeUndefined()
})

it('is quiet where the page may not keep anything', () => {
  vi.stubGlobal('localStorage', undefined)
  rememberChoice({ file: first.file, choice })
  expect(recallChoice(first)).toBeUndefined()
  vi.unstubAllGlobals()
})
