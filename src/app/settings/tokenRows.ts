import { type SettingRow } from './SettingRow'

/** How the tokens are read. */
export const tokenRows: readonly SettingRow[] = [
  {
    key: 'labels',
    name: 'Token texts',
    help: 'How a tokenizer’s pieces are read; automatic goes by the texts.',
    control: {
      kind: 'choice',
      options: [
        ['auto', 'Automatic'],
        ['visible', 'White space marked'],
        ['given', 'As given'],
        ['bpe', 'Byte-level BPE'],
        ['sentencepiece', 'SentencePiece'],
        ['wordpiece', 'WordPiece'],
      ],
    },
    isShown: ({ tensor }) => tensor.tokens.kind !== 'none',
  },
  {
    key: 'indices',
    name: 'Token index',
    help: 'Each label begins with its index in the sequence.',
    control: { kind: 'check' },
    isShown: ({ tensor }) => tensor.tokens.kind !== 'none',
  },
  {
    key: 'special',
    name: 'Special tokens',
    help: 'Marked bold; also dimmed; or left out of domain and statistics, which they may swamp.',
    control: {
      kind: 'choice',
      options: [
        ['mark', 'Marked'],
        ['dim', 'Dimmed'],
        ['exclude', 'Left out'],
      ],
    },
    isShown: ({ tensor }) => tensor.tokens.kind !== 'none',
  },
]
