import { expect, it } from 'vitest'
import { isSpecialToken } from '../../../src/tensor/isSpecialToken'

const known = [
  '<|endoftext|>',
  '<|im_start|>',
  '<｜begin▁of▁sentence｜>',
  '[PAD]',
  '[CLS]',
  '[SEP]',
  '[MASK]',
  '[unused12]',
  '<s>',
  '</s>',
  '<pad>',
  '<bos>',
  '<eos>',
  '<mask>',
  '<pause>',
  '<extra_id_0>',
  '<start_of_turn>',
  '_PAUSE_',
  'PAUSE_',
  '_META_',
]

it.each(known)('knows %s', (text) => {
  expect(isSpecialToken({ special: [] }, text)).toBe(true)
})

const plain = [
  '',
  ' ',
  '<',
  '<b>',
  '<script>',
  '[0]',
  '[',
  'pad',
  'PAUSE',
  '_',
  'Ġ<s>',
  '<|',
  '##s',
]

it.each(plain)('takes %j for a plain token', (text) => {
  expect(isSpecialToken({ special: [] }, text)).toBe(false)
})

it('goes by the file where it names a token', () => {
  expect(isSpecialToken({ special: ['the', ''] }, 'the')).toBe(true)
  expect(isSpecialToken({ special: ['the', ''] }, '')).toBe(true)
  expect(isSpecialToken({ special: ['the'] }, 'The')).toBe(false)
})

it('does not read a text of ten thousand characters', () => {
  expect(isSpecialToken({ special: [] }, `<|${'x'.repeat(10_000)}|>`)).toBe(false)
})
