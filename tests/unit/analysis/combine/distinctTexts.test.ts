import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { distinctTexts } from '../../../../src/analysis/combine/distinctTexts'

it.each([
  [[], []],
  [['a b'], ['a b']],
  [
    ['a b', 'a b'],
    ['a b', 'a b'],
  ],
  [
    ['GPT with meta tokens, step0', 'GPT with meta tokens, step200', 'GPT with meta tokens, final'],
    ['step0', 'step200', 'final'],
  ],
  [
    ['model, step 0', 'model, step 200'],
    ['step 0', 'step 200'],
  ],
  [
    ['run-1.5', 'run-2'],
    ['run-1.5', 'run-2'],
  ],
  [
    ['3 layers', '6 layers'],
    ['3 layers', '6 layers'],
  ],
  [
    ['EleutherAI/pythia-70m', 'EleutherAI/pythia-160m'],
    ['pythia-70m', 'pythia-160m'],
  ],
  [
    ['list-recall', 'list-recall-step0'],
    ['recall', 'recall-step0'],
  ],
  [
    ['base model', 'chat model'],
    ['base', 'chat'],
  ],
  [
    ['the (first) one', 'the (second) one'],
    ['first', 'second'],
  ],
  [
    ['1', '2'],
    ['1', '2'],
  ],
  [
    ['', 'a'],
    ['', 'a'],
  ],
])('tells %j apart as %j', (texts, short) => {
  expect(distinctTexts(texts)).toEqual(short)
})

it('keeps different texts different and equal ones equal', () => {
  const text = fc.array(fc.constantFrom('a', 'step', '1', '20', ' ', '-', '/'), { maxLength: 6 })
  fc.assert(
    fc.property(
      fc.array(
        text.map((pieces) => pieces.join('')),
        { maxLength: 5 },
      ),
      (texts) => {
        const short = distinctTexts(texts)
        expect(short).toHaveLength(texts.length)
        for (const [i, one] of texts.entries()) {
          for (const [k, other] of texts.entries())
            expect(short[i] === short[k]).toBe(one === other)
          expect(one).toContain(short[i])
        }
      },
    ),
  )
})

it('leaves a number alone where every letter counts', () => {
  expect(distinctTexts(['Meta Token #1', 'Meta Token #12'], true)).toEqual(['1', '12'])
  expect(distinctTexts(['run', 'run 2'], true)).toEqual(['run', 'run 2'])
})
