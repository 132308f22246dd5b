import { type LabelMode } from '../tensor/Matrix'
import { type TokenLists } from '../tensor/Tensor'
import { type View } from '../tensor/View'

/** So many texts are looked at, evenly spread. */
const SAMPLE = 1000
/** Share of the texts that must look like pieces of a tokenizer; of a short list one is enough. */
const LEAST_SHARE = 0.03

/** Texts that only a tokenizer writes: a mark of white space, or the bytes of a character (lead, then continuation). */
const SIGNS: readonly (readonly [LabelMode, RegExp])[] = [
  ['bpe', /^[ĠĊĉč]|[Â-ô][¡-¬®-¿Ģ-Ń]/u],
  ['sentencepiece', /^▁|^<0x[0-9A-F]{2}>$/u],
  ['wordpiece', /^##[^#\s]/u],
]

/** The mode of a setting; `auto` goes by a sample of the texts, and shows white space where they are plain. */
export function labelMode(setting: View['labels'], tokens: TokenLists): LabelMode {
  if (setting !== 'auto') return setting
  const texts = sampleOf(tokens)
  const count = (sign: RegExp): number => texts.filter((text) => sign.test(text)).length
  // Pieces have marks instead of white space; a Maltese `Ġ` stands among words with plain spaces.
  const least = Math.max(1, texts.length * LEAST_SHARE, count(/\s/u))
  const counts = SIGNS.map(([mode, sign]) => ({ mode, count: count(sign) }))
  const [best] = counts.toSorted((a, b) => b.count - a.count)
  return best !== undefined && best.count >= least ? best.mode : 'visible'
}

function sampleOf(tokens: TokenLists): readonly string[] {
  if (tokens.kind === 'none') return []
  const lists = tokens.kind === 'shared' ? [tokens.texts] : tokens.texts
  const total = lists.reduce((sum, list) => sum + list.length, 0)
  const stride = Math.max(1, total / SAMPLE)
  return lists.flatMap((list) =>
    Array.from({ length: Math.ceil(list.length / stride) }, (_, k) => {
      return list[Math.floor(k * stride)] ?? ''
    }),
  )
}
