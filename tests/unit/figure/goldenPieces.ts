/** `<|endoftext|>The café, 日本 😊\n\treturn` as GPT-2 has it, and one half of a character. */
export const bytePairs = [
  '<|endoftext|>',
  'The',
  'Ġcaf',
  'Ã©',
  ',',
  'Ġæ',
  'Ĺ¥',
  'æľ',
  '¬',
  'ĠðŁĺ',
  'Ĭ',
  'Ċ',
  'ĉ',
  'return',
  'æĹ',
]

/** The same as Llama 2 has it. */
export const sentencePieces = [
  '<s>',
  '▁The',
  '▁caf',
  'é',
  ',',
  '▁',
  '日',
  '本',
  '▁',
  '<0xF0>',
  '<0x9F>',
  '<0x98>',
  '<0x8A>',
  '<0x0A>',
  '<0xE6>',
]

/** As BERT has it. */
export const wordPieces = ['[CLS]', 'un', '##aff', '##able', '##日', '##', '#', '[MASK]', '[SEP]']
