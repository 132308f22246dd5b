import * as v from 'valibot'
import { setting, oneOf } from './Setting'

const modes = [
  ['auto', 'Automatic'],
  ['visible', 'White space marked'],
  ['given', 'As given'],
  ['bpe', 'Byte-level BPE'],
  ['sentencepiece', 'SentencePiece'],
  ['wordpiece', 'WordPiece'],
] as const

const marks = [
  ['mark', 'Marked'],
  ['dim', 'Dimmed'],
  ['exclude', 'Left out'],
] as const

const digitCounts = [
  [0, 'None'],
  [2, '2 digits'],
  [3, '3 digits'],
] as const

/** The settings of how tokens and values are written. */
export const labelSettings = {
  labels: setting(oneOf(modes), {
    default: 'auto',
    section: 'Tokens',
    name: 'Token texts',
    help: 'Sets how the pieces of the tokenizer are decoded.',
    terms: ['labels', 'tokenizer', 'bpe', 'whitespace', 'spaces', 'bytes'],
    options: modes,
  }),
  indices: setting(v.boolean(), {
    default: false,
    section: 'Tokens',
    name: 'Token index',
    help: 'Labels begin with the token’s index.',
    terms: ['position', 'number', 'labels'],
  }),
  special: setting(oneOf(marks), {
    default: 'mark',
    section: 'Tokens',
    name: 'Special tokens',
    help: 'Tokens left out count in no range and no statistic.',
    terms: ['exclude', 'hide', 'pause', 'bos', 'eos', 'pad', 'statistics'],
    options: marks,
  }),
  digits: setting(oneOf(digitCounts), {
    default: 0,
    section: 'Cells',
    name: 'Values',
    help: 'Cells with enough room show their values.',
    form: 'Digits count from the first one in which the ticks differ.',
    terms: ['digits', 'numbers', 'annotations', 'precision', 'decimals'],
    options: digitCounts,
  }),
}
