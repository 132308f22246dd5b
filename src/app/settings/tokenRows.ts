import { type SettingRow } from './SettingRow'

/** How the tokens are read. */
export const tokenRows: readonly SettingRow[] = [
  {
    key: 'labels',
    name: 'Token texts',
    help: 'How a tokenizer’s pieces are read.',
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
    help: 'Labels begin with the token’s index.',
    control: { kind: 'check' },
    isShown: ({ tensor }) => tensor.tokens.kind !== 'none',
  },
  {
    key: 'special',
    name: 'Special tokens',
    help: 'Left out: not in domain nor statistics.',
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
