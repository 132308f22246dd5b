import { type Tensor } from './Tensor'

/** Most special tokens of a tensor. Tokenizers have up to a few thousand. */
export const MOST_SPECIAL = 1 << 14

/** The longest text of a special token, in UTF-16 code units. Longer texts are not examined. */
const LONGEST = 64

/**
 * Texts of special tokens as common tokenizers write them: `<|…|>` (GPT, Llama 3, Qwen; DeepSeek with full-width bars),
 * `[CLS]` and similar (BERT), `<s>`, `</s>`, `<pad>`, `<extra_id_0>`, `<start_of_turn>` (SentencePiece), and the pause
 * and meta tokens of published work, `_PAUSE_` and the shortened `PAUSE_`.
 */
const SPECIAL = new RegExp(
  [
    String.raw`^<[|｜].*[|｜]>$`,
    String.raw`^\[(?:PAD|CLS|SEP|MASK|UNK|BOS|EOS|PAUSE|META|INST|/INST|unused\d+)\]$`,
    String.raw`^</?(?:s|pad|bos|eos|unk|cls|sep|mask|pause|meta|extra_id_\d+|unused\d+|(?:start|end)_of_\w+)>$`,
    String.raw`^(?:_(?:PAUSE|META)_?|(?:PAUSE|META)_)$`,
  ].join('|'),
  'su',
)

/**
 * Returns true if a token's text, as given, is one that the file lists as special or that common tokenizers use for special
 * tokens.
 */
export function isSpecialToken({ special }: Pick<Tensor, 'special'>, text: string): boolean {
  return setOf(special).has(text) || (text.length <= LONGEST && SPECIAL.test(text))
}

/** The listed special tokens by their list, of which there may be thousands for each of many tokens. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

function setOf(special: readonly string[]): ReadonlySet<string> {
  const known = sets.get(special)
  if (known !== undefined) return known
  const made = new Set(special)
  sets.set(special, made)
  return made
}

/** Returns the special tokens of all lists, each once, up to the number that a tensor may have. */
export function joinedSpecial(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].slice(0, MOST_SPECIAL)
}
