import { joinedSpecial } from '../../tensor/isSpecialToken'
import { tokenCountOf, tokenText, type Tensor } from '../../tensor/Tensor'
import { plainCounted } from '../../text/counted'
import { type TokenFile } from '../foreign/Format'

/**
 * Returns the tensor with token texts: from one list for all queries or for the shown one, from one list for each
 * query, or by converting ids into texts. If the tokens do not fit, returns the reason as a clause about the file.
 */
export function withTokens(tensor: Tensor, queryIndex: number, tokens: TokenFile): Tensor | string {
  if (tokens.kind === 'vocabulary') return withVocabulary(tensor, tokens)
  const counts = [...tensor.tokenCounts]
  const [texts] = tokens.lists
  if (
    tokens.lists.length === counts.length &&
    tokens.lists.every((list, q) => list.length === counts[q])
  ) {
    return { ...tensor, tokens: { kind: 'own', texts: tokens.lists } }
  }
  if (texts === undefined || tokens.lists.length > 1) {
    return `its ${tokens.lists.length} lists do not fit the ${plainCounted(counts.length, 'query', 'queries')} of the tensor`
  }
  const most = counts.reduce((longest, count) => Math.max(longest, count), 0)
  if (texts.length === most) return { ...tensor, tokens: { kind: 'shared', texts } }
  if (texts.length === counts[queryIndex]) return withOwn(tensor, queryIndex, texts)
  return `it has ${plainCounted(texts.length, 'token')}, but this query needs ${counts[queryIndex] ?? 0}`
}

/**
 * Returns the tensor with `own` as the list of one query. Other queries keep their lists; if they have none, their
 * tokens have empty texts.
 */
function withOwn(tensor: Tensor, queryIndex: number, own: readonly string[]): Tensor {
  const texts = tensor.queries.map((_, q) =>
    q === queryIndex
      ? own
      : Array.from(
          { length: tokenCountOf(tensor, q) },
          (__, token) => tokenText(tensor, q, token) ?? '',
        ),
  )
  return { ...tensor, tokens: { kind: 'own', texts } }
}

function withVocabulary(
  tensor: Tensor,
  { texts, special }: Extract<TokenFile, { readonly kind: 'vocabulary' }>,
): Tensor | string {
  const { tokens } = tensor
  if (tokens.kind === 'none') return 'it is a vocabulary, but the tensor has no token ids'
  const lists = tokens.kind === 'shared' ? [tokens.texts] : tokens.texts
  const named = lists.map((list) => textsOfIds(list, texts))
  const all = named.filter((list) => list !== undefined)
  const [shared] = all
  if (shared === undefined || all.length < lists.length) {
    return 'it is a vocabulary, but it lacks the token ids of the tensor'
  }
  return {
    ...tensor,
    tokens:
      tokens.kind === 'shared' ? { kind: 'shared', texts: shared } : { kind: 'own', texts: all },
    special: joinedSpecial([tensor.special, special]),
  }
}

/**
 * Returns the texts of labels that are token ids, such as `50256`. An id that is not in the vocabulary stays unchanged.
 * Returns undefined if the labels are not ids, or if the vocabulary has none of them.
 */
export function textsOfIds(
  labels: readonly string[],
  texts: ReadonlyMap<number, string>,
): readonly string[] | undefined {
  if (!labels.every((label) => /^\d+$/.test(label))) return undefined
  if (!labels.some((label) => texts.has(Number(label)))) return undefined
  return labels.map((label) => texts.get(Number(label)) ?? label)
}
